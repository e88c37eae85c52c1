/**
 * Han characters as a search reads them: by their forms (張 is 张) and by their sounds ("zhangwei" and "zw" are
 * 张伟). Nothing is kept for it: what each character takes of the sought text is worked out when it is first met,
 * and texts are run through as a set of places in the sought text (bit-parallel: Baeza-Yates and Gonnet, 1992).
 */

/** What is known of Han characters; the roots inject it. Both ask for one UTF-16 unit. */
export interface Han {
  /** The same for all forms of a character; itself for one that has no other. */
  readonly plain: (char: string) => string;
  /** How it is read, in lower-case letters without tones. */
  readonly readings: (char: string) => readonly string[];
}

const HAN = /[\u3007\u3400-\u9fff]/;
const LETTER_OR_HAN = /[a-z\u3007\u3400-\u9fff]/;

export const hasHan = (text: string): boolean => HAN.test(text);

/** Whether such a text can be meant by sound or by another form of its characters. `sought` is folded. */
export const mayMeanHan = (sought: string): boolean => LETTER_OR_HAN.test(sought);

/** Longer texts are no names: among so many initials, any two letters would be found. */
export const LONGEST_NAME = 24;
/** One bit for each place in the sought text; what is sought beyond is not compared. */
export const LONGEST_SOUGHT = 30;

const isHan = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007;

/** Initials of two letters are typed as one or as both. */
const initialsOf = (reading: string): readonly string[] =>
  /^[zcs]h/.test(reading) ? [reading.slice(0, 1), reading.slice(0, 2)] : [reading.slice(0, 1)];

const UNITS = 1 << 16;
/** Of characters met; more come by doubling. */
const FEW = 64;

/**
 * What characters take of the sought text: for each character met, and each place it may begin at, the set of places
 * that it may end at. One row of numbers for all of them, since a search of a million texts looks here for each unit.
 */
class Moves {
  private readonly make: (unit: number) => Int32Array;
  private readonly width: number;
  /** By unit, where its moves begin; 0: not met yet. */
  private readonly starts = new Int32Array(UNITS);
  private ends: Int32Array;
  private used: number;

  constructor(width: number, make: (unit: number) => Int32Array) {
    this.make = make;
    this.width = width;
    this.used = width;
    this.ends = new Int32Array(width * FEW);
  }

  private meet(unit: number): number {
    const start = this.used;
    if (start + this.width > this.ends.length) {
      const more = new Int32Array(this.ends.length * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.ends.set(this.make(unit), start);
    this.starts[unit] = start;
    this.used += this.width;
    return start;
  }

  /** Whether `text` between two places contains the sought one, whose last place is the bit `end`. */
  test(text: string, from: number, to: number, end: number, anchored: boolean): boolean {
    const { starts } = this;
    const always = anchored ? 0 : 1;
    let places = 1;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const start = starts[unit] || this.meet(unit);
      let taken = 0;
      if (places === 1) taken = this.ends[start] ?? 0;
      else
        for (let left = places; left !== 0; left &= left - 1)
          taken |= this.ends[start + 31 - Math.clz32(left & -left)] ?? 0;
      if ((taken & end) !== 0) return true;
      places = taken | always;
      if (places === 0) return false;
    }
    return false;
  }
}

const LETTERS = 26;
const A = 97;
/** Left of a number's bits for what is no letter. */
const OTHERS = 5;
const KNOWN = 1 << 31;

/**
 * Marks of characters: one bit for each letter they may stand for, and one of a few for themselves. A text that lacks a
 * mark of the sought one cannot contain it, which leaves few to be looked at closely.
 */
class Marks {
  private readonly han: Han;
  /** By unit; `KNOWN` tells what was worked out. */
  private readonly marks = new Int32Array(UNITS);

  constructor(han: Han) {
    this.han = han;
  }

  private work(unit: number): number {
    const letter = unit - A;
    if (letter >= 0 && letter < LETTERS) return 1 << letter;
    if (!isHan(unit)) return 1 << (LETTERS + (unit % OTHERS));
    const char = String.fromCharCode(unit);
    let mark = 1 << (LETTERS + (this.han.plain(char).charCodeAt(0) % OTHERS));
    for (const reading of this.han.readings(char))
      for (let at = 0; at < reading.length; at++) mark |= 1 << (reading.charCodeAt(at) - A);
    return mark;
  }

  /** Of all characters between two places. */
  of(text: string, from: number, to: number): number {
    const { marks } = this;
    let all = 0;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const mark = marks[unit] || this.work(unit) | KNOWN;
      marks[unit] = mark;
      all |= mark;
    }
    return all & ~KNOWN;
  }

  /** What a text must have that contains this one: of Han characters only what all their forms share. */
  wantedBy(sought: string): number {
    let wanted = 0;
    for (let at = 0; at < sought.length; at++) {
      const unit = sought.charCodeAt(at);
      wanted |= isHan(unit)
        ? 1 << (LETTERS + (this.han.plain(sought.charAt(at)).charCodeAt(0) % OTHERS))
        : this.work(unit);
    }
    return wanted;
  }
}

const marksOfHan = new WeakMap<Han, Marks>();

function marksFor(han: Han): Marks {
  const known = marksOfHan.get(han) ?? new Marks(han);
  marksOfHan.set(han, known);
  return known;
}

/** Looks for one sought text, as a search compares it. */
export class HanTest {
  private readonly sought: string;
  private readonly han: Han;
  /** The bit of the place behind the last letter. */
  private readonly end: number;
  private readonly inNames: Moves;
  private readonly inTexts: Moves;
  private readonly marks: Marks;
  /** Marks that a text must have; see `marksOf`. */
  readonly wanted: number;

  constructor(sought: string, han: Han) {
    this.sought = sought.slice(0, LONGEST_SOUGHT);
    this.han = han;
    const { length } = this.sought;
    this.end = 1 << length;
    this.marks = marksFor(han);
    this.wanted = this.marks.wantedBy(this.sought);
    this.inNames = new Moves(length, (unit) => this.movesOf(unit, true));
    this.inTexts = new Moves(length, (unit) => this.movesOf(unit, false));
  }

  /** The marks of a text between two places: the same for every search, so that they can be kept. */
  marksOf(text: string, from: number, to: number): number {
    return this.marks.of(text, from, to);
  }

  /** Whether the text from `from` up to `to` contains it or, `anchored`, begins with it. */
  test(text: string, from = 0, to = text.length, anchored = false): boolean {
    const moves = to - from <= LONGEST_NAME ? this.inNames : this.inTexts;
    return moves.test(text, from, to, this.end, anchored);
  }

  private movesOf(unit: number, inName: boolean): Int32Array {
    const char = String.fromCharCode(unit);
    const plain = isHan(unit) ? this.han.plain(char) : char;
    const readings = isHan(unit) ? this.han.readings(char) : [];
    return Int32Array.from({ length: this.sought.length }, (_, at) => {
      const next = this.sought.charAt(at);
      let ends = next === char || (hasHan(next) && this.han.plain(next) === plain) ? 1 << (at + 1) : 0;
      for (const reading of readings) ends |= this.taken(reading, at, inName);
      return ends;
    });
  }

  /** A whole syllable, the beginning of the last one and, in a name, initials. */
  private taken(reading: string, at: number, inName: boolean): number {
    const { sought, end } = this;
    let ends = sought.startsWith(reading, at) ? 1 << (at + reading.length) : 0;
    if ((inName || at > 0) && reading.startsWith(sought.slice(at))) ends |= end;
    if (!inName) return ends;
    for (const initial of initialsOf(reading))
      if (sought.startsWith(initial, at)) ends |= 1 << (at + initial.length);
    return ends;
  }
}
