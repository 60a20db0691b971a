//! The closed lists of front matter.
//!
//! Kinds, deadlines and events follow the vocabularies of ANAC's platform,
//! of the law on competitions and of what bodies publish; their mapping to
//! OCDS is for the data outputs.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a notice is.
    Kind in "kind" {
        /// A call for tenders.
        Tender = "bando-gara",
        /// A prior information notice.
        PriorInformation = "avviso-preinformazione",
        /// A call for expressions of interest, a market survey.
        Interest = "manifestazione-interesse",
        /// An invitation to a negotiated procedure.
        Invitation = "lettera-invito",
        /// A direct award.
        DirectAward = "affidamento-diretto",
        /// The outcome of a procedure.
        Outcome = "esito",
        /// A call to join a list of operators.
        OperatorList = "elenco-operatori",
        /// A design contest.
        DesignContest = "concorso-progettazione",
        /// A call for sponsors.
        Sponsorship = "sponsorizzazione",
        /// A competition for staff.
        Competition = "concorso-pubblico",
        /// A selection for a post or collaboration.
        Selection = "selezione-incarico",
        /// A call for staff of other bodies.
        Mobility = "mobilita",
        /// A call for grants.
        Grants = "contributi",
        /// A sale or lease of public property.
        Sale = "alienazione",
        /// A decision of an organ or manager.
        Decision = "provvedimento",
        /// An appointment.
        Appointment = "incarico",
        /// Any other act or document.
        Document = "documento",
    }
}

vocabulary! {
    /// What ends at a deadline.
    DeadlineKind in "deadline" {
        /// Tenders are handed in.
        Tenders = "presentazione-offerte",
        /// Applications are handed in.
        Applications = "presentazione-domande",
        /// Expressions of interest are handed in.
        Interest = "manifestazione-interesse",
        /// Questions may be asked.
        Questions = "richiesta-chiarimenti",
        /// Questions are answered.
        Answers = "risposta-chiarimenti",
        /// The site may be visited.
        Visit = "sopralluogo",
        /// Tenders are opened.
        Opening = "apertura-buste",
        /// A public session.
        Session = "seduta-pubblica",
        /// A preliminary test.
        Preliminary = "prova-preselettiva",
        /// A written test.
        Written = "prova-scritta",
        /// A practical test.
        Practical = "prova-pratica",
        /// An oral test.
        Oral = "prova-orale",
        /// A ranking expires.
        Ranking = "validita-graduatoria",
    }
}

impl DeadlineKind {
    /// Whether it is the time by which people must apply: the deadline that
    /// opens and closes a call.
    pub fn closes(self) -> bool {
        matches!(self, Self::Tenders | Self::Applications | Self::Interest)
    }

    /// Whether it can only come after nobody can apply any more.
    pub fn follows_closing(self) -> bool {
        matches!(self, Self::Opening | Self::Preliminary | Self::Written | Self::Practical | Self::Oral | Self::Ranking)
    }
}

vocabulary! {
    /// How a deadline was moved.
    ChangeKind in "change" {
        /// Moved later before it passed.
        Extension = "proroga",
        /// Corrected.
        Rectification = "rettifica",
        /// Opened again after it passed.
        Reopening = "riapertura",
    }
}

vocabulary! {
    /// Something that happened, or will.
    EventKind in "event" {
        /// Answers to questions were published.
        Answers = "chiarimenti",
        /// A mistake was corrected.
        Erratum = "errata-corrige",
        /// The jury was appointed.
        Jury = "nomina-commissione",
        /// Who was admitted and who was not.
        Admissions = "ammessi-esclusi",
        /// The outcome.
        Outcome = "esito",
        /// A ranking.
        Ranking = "graduatoria",
        /// A ranking was drawn on.
        RankingUse = "scorrimento-graduatoria",
        /// The contract was signed.
        Signature = "stipula",
        /// The contract was changed.
        Amendment = "modifica-contratto",
        /// The work is done.
        Completion = "conclusione",
        /// The procedure was suspended.
        Suspension = "sospensione",
        /// The procedure was revoked.
        Revocation = "revoca",
        /// The procedure was annulled.
        Annulment = "annullamento",
        /// Nobody took part.
        NoTenders = "deserto",
        /// Anything else.
        Other = "altro",
    }
}

vocabulary! {
    /// A state no date tells.
    DeclaredState in "state" {
        /// Awarded.
        Awarded = "aggiudicato",
        /// Nobody took part.
        NoTenders = "deserto",
        /// Nothing was awarded.
        NotAwarded = "non-aggiudicato",
        /// Suspended.
        Suspended = "sospeso",
        /// Revoked.
        Revoked = "revocato",
        /// Annulled.
        Annulled = "annullato",
        /// Over and done.
        Concluded = "concluso",
    }
}

impl EventKind {
    /// Whether it stops the procedure, for good or for a while.
    pub fn stops(self) -> bool {
        matches!(self, Self::Suspension | Self::Revocation | Self::Annulment)
    }
}

impl DeclaredState {
    /// Whether nothing that was to come takes place, for good or for a while.
    pub fn stops(self) -> bool {
        matches!(self, Self::Suspended | Self::Revoked | Self::Annulled)
    }
}

vocabulary! {
    /// How the contractor or winner is chosen.
    Procedure in "procedure" {
        /// Open to all.
        Open = "aperta",
        /// Restricted.
        Restricted = "ristretta",
        /// Negotiated.
        Negotiated = "negoziata",
        /// Negotiated without a notice.
        NegotiatedNoNotice = "negoziata-senza-bando",
        /// Competitive with negotiation.
        Competitive = "competitiva-con-negoziazione",
        /// Competitive dialogue.
        Dialogue = "dialogo-competitivo",
        /// Innovation partnership.
        Innovation = "partenariato-innovazione",
        /// Direct award.
        Direct = "affidamento-diretto",
        /// Framework agreement.
        Framework = "accordo-quadro",
        /// Joining somebody's framework agreement.
        Joining = "adesione-convenzione",
        /// Market survey.
        Survey = "indagine-mercato",
        /// Contest of ideas.
        Ideas = "concorso-idee",
        /// Public auction.
        Auction = "asta-pubblica",
        /// Selection on papers and tests.
        Selection = "selezione",
        /// Another.
        Other = "altra",
    }
}

vocabulary! {
    /// What decides between tenders.
    Criterion in "criterion" {
        /// Best ratio of quality to price (OEPV).
        Best = "qualita-prezzo",
        /// Lowest price.
        Price = "prezzo",
        /// Lowest cost.
        Cost = "costo",
        /// Quality at a fixed price.
        Quality = "qualita",
    }
}

vocabulary! {
    /// What is bought.
    Contract in "contract" {
        /// Works.
        Works = "lavori",
        /// Services.
        Services = "servizi",
        /// Supplies.
        Supplies = "forniture",
    }
}

vocabulary! {
    /// How an application is handed in.
    Channel in "channel" {
        /// By certified mail.
        Pec = "pec",
        /// On a platform or portal.
        Portal = "portale",
        /// At a desk.
        Desk = "sportello",
        /// By post.
        Post = "posta",
    }
}

vocabulary! {
    /// Where the work is done.
    Delivery in "delivery" {
        /// On the spot.
        OnSite = "presenza",
        /// At a distance.
        Remote = "remoto",
        /// Both.
        Mixed = "mista",
    }
}

vocabulary! {
    /// Whom a notice is for.
    Audience in "audience" {
        /// Citizens.
        Citizens = "cittadini",
        /// Companies.
        Companies = "imprese",
        /// Local bodies.
        LocalBodies = "enti-locali",
        /// Associations.
        Associations = "associazioni",
        /// Others.
        Others = "altro",
    }
}

vocabulary! {
    /// Whether an amount includes VAT.
    Vat in "vat" {
        /// Without VAT.
        Excluded = "esclusa",
        /// With VAT.
        Included = "inclusa",
        /// No VAT is due.
        Exempt = "esente",
    }
}

vocabulary! {
    /// The folder of a procedure an attachment belongs in.
    Group in "group" {
        /// The acts one needs to take part.
        Documents = "documenti",
        /// What was said later.
        Communications = "comunicazioni",
        /// How it ended.
        Results = "esiti",
    }
}

vocabulary! {
    /// What kind of body publishes.
    BodyKind in "body" {
        /// Municipality.
        Municipality = "comune",
        /// Union of municipalities, mountain community.
        Union = "unione",
        /// Province.
        Province = "provincia",
        /// Metropolitan city.
        MetropolitanCity = "citta-metropolitana",
        /// Region or autonomous province.
        Region = "regione",
        /// Ministry or central body.
        Ministry = "ministero",
        /// Health body.
        Health = "azienda-sanitaria",
        /// School.
        School = "scuola",
        /// University.
        University = "universita",
        /// Professional order.
        Order = "ordine-professionale",
        /// Chamber of commerce.
        Chamber = "camera-commercio",
        /// Publicly controlled company.
        Company = "societa",
        /// Another.
        Other = "altro",
    }
}
