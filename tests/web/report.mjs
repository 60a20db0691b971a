// What one judge found: faults, and how many of the things it looked at had none.

const SHOWN = 20; // of each rule: one fault of a template is a fault of every page

export class Report {
  constructor(name) {
    this.name = name;
    this.faults = [];
    this.notes = []; // what was measured, to be read and not judged
    this.judged = new Set();
    this.start = performance.now();
  }

  /** Says that `unit` (a page, a file) was looked at. */
  look(unit) { this.judged.add(unit); }

  /** Says that `unit` breaks `rule`; `detail` is where in it: ":12", " [320 dark]". */
  fault(rule, unit, message, detail = '') {
    this.look(unit);
    this.faults.push({ rule, unit, where: unit + detail, message: message.replace(/\s+/g, ' ').trim() });
  }

  note(line) { this.notes.push(line); }

  lines() {
    const counts = new Map();
    const lines = [...this.notes];
    for (const { rule, where, message } of this.faults) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= SHOWN) lines.push(`FAULT ${rule} ${where} ${message}`);
    }
    for (const [rule, count] of counts) if (count > SHOWN) lines.push(`… ${rule}: ${count - SHOWN} more faults not shown`);
    const failed = new Set(this.faults.map((fault) => fault.unit)).size;
    const seconds = ((performance.now() - this.start) / 1000).toFixed(1);
    lines.push(`${this.name}: ${this.faults.length} faults in ${this.judged.size} files, ${seconds} s`);
    lines.push(`web: ${this.judged.size - failed} passed, ${failed} failed`);
    return lines;
  }
}
