/** A variable's number and its factor in a row. */
export type Term = readonly [variable: number, factor: number];

/** What a person would name when asked why something is impossible. */
export interface Rule {
  readonly code: string;
  /** A sentence that holds while the rule is kept: "Ana Cohen is in one place at a time". */
  readonly words: string;
}

/** The model as the solver takes it: maximise worth·x, rows in compressed form. */
export interface PlainModel {
  readonly worth: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the variable is a whole number. */
  readonly whole: Int32Array;
  readonly rowMin: Float64Array;
  readonly rowMax: Float64Array;
  readonly starts: Int32Array;
  readonly variables: Int32Array;
  readonly factors: Float64Array;
}

export interface Row {
  readonly terms: readonly Term[];
  readonly min: number;
  readonly max: number;
  /** Index in `rules`, or -1 for what makes the model mean anything and is never given up. */
  readonly rule: number;
  /** Factors and bounds were divided by this. */
  readonly unit: number;
}

/** Collects variables and rows of a problem that is to be maximised. Every variable has finite bounds. */
export class Model {
  readonly rules: Rule[] = [];
  readonly rows: Row[] = [];
  readonly #worth: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];

  get size(): number {
    return this.#worth.length;
  }

  /** A decision: 1 for yes, 0 for no. */
  yesNo(worth: number): number {
    return this.#add(worth, 1, 1);
  }

  whole(worth: number, upper: number): number {
    return this.#add(worth, upper, 1);
  }

  /** Any amount from 0 to `upper`. */
  amount(worth: number, upper: number): number {
    return this.#add(worth, upper, 0);
  }

  rule(code: string, words: string): number {
    return this.rules.push({ code, words }) - 1;
  }

  row(terms: readonly Term[], bounds: { min?: number; max?: number }, rule = -1): void {
    const { min = -Infinity, max = Infinity } = bounds;
    const unit = this.#unitOf(terms);
    this.rows.push({
      terms:
        unit === 1 ? terms : terms.map(([variable, factor]): Term => [variable, factor / unit]),
      min: unit === 1 ? min : Math.ceil(min / unit),
      max: unit === 1 ? max : Math.floor(max / unit),
      rule,
      unit,
    });
  }

  /** The model with the rows of some rules only; rows without a rule always stay. */
  plain(keeps: (rule: number) => boolean = () => true): PlainModel {
    return pack(
      this.rows.filter((row) => row.rule < 0 || keeps(row.rule)),
      { worth: this.#worth, lower: this.#lower, upper: this.#upper, whole: this.#whole },
    );
  }

  /** The same variables and rows, where rules may be given up; maximising gives up as few as possible. */
  givingUp(): { model: Model; givenUp: readonly number[] } {
    const model = this.#bare();
    const givenUp = this.rules.map(() => model.yesNo(-1));
    for (const row of this.rows) {
      const gate = givenUp[row.rule];
      if (gate === undefined) model.row(row.terms, row);
      else model.#loose(row, gate, this.#mostBreach(row));
    }
    return { model, givenUp };
  }

  /** The same with some rules given up already; maximising breaks them as little as possible. */
  breaking(rules: ReadonlySet<number>): { model: Model; breaches: ReadonlyMap<Row, number> } {
    const model = this.#bare();
    const breaches = new Map<Row, number>();
    for (const row of this.rows) {
      if (!rules.has(row.rule)) {
        model.row(row.terms, row);
        continue;
      }
      const breach = model.amount(-1, this.#mostBreach(row));
      breaches.set(row, breach);
      if (row.min > -Infinity) model.row([...row.terms, [breach, 1]], { min: row.min });
      if (row.max < Infinity) model.row([...row.terms, [breach, -1]], { max: row.max });
    }
    return { model, breaches };
  }

  /**
   * What divides every factor of a row of whole numbers. Money in minor units makes factors of millions, next to
   * which the solver's tolerance of a millionth of a decision is whole pounds.
   */
  #unitOf(terms: readonly Term[]): number {
    let unit = 0;
    for (const [variable, factor] of terms) {
      if (this.#whole[variable] === 0 || !Number.isInteger(factor)) return 1;
      unit = greatestDivisor(unit, Math.abs(factor));
      if (unit === 1) return 1;
    }
    return Math.max(1, unit);
  }

  #bare(): Model {
    const model = new Model();
    for (let at = 0; at < this.size; at++) model.#add(0, this.#upper[at]!, this.#whole[at]!);
    return model;
  }

  /** A row that holds only while the gate is 0. */
  #loose(row: Row, gate: number, most: number): void {
    if (row.min > -Infinity) this.row([...row.terms, [gate, most]], { min: row.min });
    if (row.max < Infinity) this.row([...row.terms, [gate, -most]], { max: row.max });
  }

  #add(worth: number, upper: number, whole: number): number {
    this.#lower.push(0);
    this.#upper.push(upper);
    this.#whole.push(whole);
    return this.#worth.push(worth) - 1;
  }

  /** How far the row can be from its bounds, whatever the variables are. */
  #mostBreach(row: Row): number {
    let least = 0;
    let most = 0;
    for (const [variable, factor] of row.terms) {
      const reach = factor * this.#upper[variable]!;
      if (reach < 0) least += reach;
      else most += reach;
    }
    return Math.max(0, row.min - least, most - row.max);
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function pack(
  rows: readonly Row[],
  of: { worth: number[]; lower: number[]; upper: number[]; whole: number[] },
): PlainModel {
  const entries = rows.reduce((sum, row) => sum + row.terms.length, 0);
  const plain: PlainModel = {
    worth: Float64Array.from(of.worth),
    lower: Float64Array.from(of.lower),
    upper: Float64Array.from(of.upper),
    whole: Int32Array.from(of.whole),
    rowMin: Float64Array.from(rows, (row) => row.min),
    rowMax: Float64Array.from(rows, (row) => row.max),
    starts: new Int32Array(rows.length + 1),
    variables: new Int32Array(entries),
    factors: new Float64Array(entries),
  };
  let at = 0;
  rows.forEach((row, index) => {
    for (const [variable, factor] of row.terms) {
      plain.variables[at] = variable;
      plain.factors[at] = factor;
      at++;
    }
    plain.starts[index + 1] = at;
  });
  return plain;
}
