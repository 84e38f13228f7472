import {
  type Change,
  enterpriseChanges,
  otherAddress,
  storedFromDraft,
  type StoredEnterprise,
  withChanges,
} from './enterprise-changes.ts';
import { foldCase, listWords } from '../../../kernel/text.ts';
import { fieldLabel } from './column-map.ts';
import type { EnterpriseDraft } from './enterprise-draft.ts';
import { whyNoFirm } from './no-firm.ts';
import { EnterpriseIndex, haveRelatedNames, type Likeness } from './enterprise-index.ts';
import type { ReadRow } from './enterprise-row.ts';
import type { Problem, ProblemCode } from './problem.ts';

export type Outcome = 'create' | 'update' | 'unchanged' | 'not-known' | 'ask' | 'rejected';

export interface RowDecision<D> {
  row: number;
  outcome: Outcome;
  draft: D | null;
  /** The stored record that the row is, or may be. */
  matchId: string | null;
  /** The earlier row of this file that it is, or may be. */
  sameAsRow: number | null;
  /** What an update, or a merge of a possible duplicate, would change. */
  changes: Change[];
  problems: Problem[];
}

export interface DecideSettings {
  source?: 'list' | 'register';
  /** What becomes of a firm that is not stored: `leave` for a list that only fills in. */
  unmatched?: 'create' | 'leave';
}

const likenessWords: Record<Likeness | 'number-other-name', string> = {
  'vat-number': 'has the same VAT number',
  'name-and-postcode': 'has the same name and postcode',
  name: 'has the same name, and one of the two has no postcode',
  'name-elsewhere': 'has the same name and another postcode',
  'contact-address': 'has a contact with the same email address',
  'number-other-name': 'has the same company number but a different name',
};

/**
 * Decides for each row what taking it would do. A company number decides; a VAT number or a name with its
 * postcode only asks, unless nothing would change. Of two rows about one firm the later may add but not
 * contradict, so the same file a second time changes nothing.
 *
 * Rows with a company number come first in the answer, then the others, each in the file's order: what is
 * certain must stand before anything is likened to it. Take them in this order; `sameAsRow` points back.
 */
export function decideEnterprises(
  rows: Iterable<ReadRow<EnterpriseDraft>>,
  stored: Iterable<StoredEnterprise>,
  settings: DecideSettings = {},
): RowDecision<EnterpriseDraft>[] {
  const { ordered, decide } = enterpriseDecisions(rows, stored, settings);
  return ordered.map(decide);
}

/** The same one by one: the rows in the order in which they must be decided, and what decides the next. */
export function enterpriseDecisions(
  rows: Iterable<ReadRow<EnterpriseDraft>>,
  stored: Iterable<StoredEnterprise>,
  settings: DecideSettings = {},
) {
  const file = new FileDecisions(new EnterpriseIndex(stored), settings);
  const { numbered = [], others = [] } = Object.groupBy(rows, ({ draft }) =>
    draft !== null && draft.companyNumber !== null ? 'numbered' : 'others',
  );
  return {
    ordered: [...numbered, ...others],
    decide: (row: ReadRow<EnterpriseDraft>) => file.decide(row),
  };
}

class FileDecisions {
  private readonly index: EnterpriseIndex;
  private readonly source: 'list' | 'register';
  private readonly unmatched: 'create' | 'leave';
  /** The row of this file that last spoke of a firm, by the firm's id. */
  private readonly rowOf = new Map<string, number>();

  /** Rows that wait for a choice, by company number: a later row of the firm has to wait with them. */
  private readonly waitingRow = new Map<string, number>();

  constructor(index: EnterpriseIndex, settings: DecideSettings) {
    this.index = index;
    this.source = settings.source ?? 'list';
    this.unmatched = settings.unmatched ?? 'create';
  }

  decide({ row, draft, problems }: ReadRow<EnterpriseDraft>): RowDecision<EnterpriseDraft> {
    const base = {
      row,
      draft,
      matchId: null,
      sameAsRow: null,
      changes: [],
      problems: [...problems],
    };
    if (draft === null) return { ...base, outcome: 'rejected' };
    this.noteSharedVat(base, draft);
    const none = whyNoFirm(draft);
    if (none !== null) return this.askAlone(base, none);
    const firm = this.index.withCompanyNumber(draft.companyNumber);
    if (firm !== null) return this.known(base, draft, firm);
    const waiting = this.waitingRow.get(draft.companyNumber ?? '');
    if (waiting !== undefined) return this.askToo(base, waiting);
    return this.likely(base, draft) ?? this.unknown(base, draft);
  }

  /** A total or a note below the list: nothing on record is like it, and still somebody has to say. */
  private askAlone(base: Base, why: string): RowDecision<EnterpriseDraft> {
    const message = `${why} Take the row as new, or skip it.`;
    const problems = [...base.problems, about(base.row, 'may-be-no-firm', message)];
    return { ...base, outcome: 'ask', problems };
  }

  private known(base: Base, draft: EnterpriseDraft, firm: StoredEnterprise) {
    const changes = enterpriseChanges(firm, draft, this.source);
    if (!haveRelatedNames(firm, draft)) return this.ask(base, firm, changes, 'number-other-name');
    return this.take(base, firm, changes);
  }

  private likely(base: Base, draft: EnterpriseDraft): RowDecision<EnterpriseDraft> | null {
    const candidates = this.index
      .candidates(draft)
      .map((one) => ({ ...one, changes: enterpriseChanges(one.firm, draft, this.source) }));
    const same = candidates.find(
      ({ firm, changes }) => changes.length === 0 && haveRelatedNames(firm, draft),
    );
    if (same) return this.take(base, same.firm, []);
    const [first] = candidates;
    return first ? this.ask(base, first.firm, first.changes, first.because) : null;
  }

  private unknown(base: Base, draft: EnterpriseDraft): RowDecision<EnterpriseDraft> {
    if (this.unmatched === 'leave') {
      const problem = about(base.row, 'enterprise-not-on-record', notOnRecord);
      return { ...base, outcome: 'not-known', problems: [...base.problems, problem] };
    }
    const firm = storedFromDraft(fileId(base.row), draft, this.source);
    this.index.put(firm);
    this.rowOf.set(firm.id, base.row);
    return { ...base, outcome: 'create' };
  }

  /** The row is this firm: nothing to do, something to add or correct, or a contradiction within the file. */
  private take(
    base: Base,
    firm: StoredEnterprise,
    changes: Change[],
  ): RowDecision<EnterpriseDraft> {
    const sameAsRow = this.rowOf.get(firm.id) ?? null;
    const found = { ...base, matchId: storedId(firm), sameAsRow };
    const contradictions = changes.filter(({ from }) => from !== null);
    if (sameAsRow !== null && contradictions.length > 0) {
      const fields = listWords(contradictions.map(({ field }) => fieldLabel('enterprises', field)));
      const message = `Row ${sameAsRow} is the same firm and says something else (${fields}). Merge to take what this row says, or skip it.`;
      const problems = [...base.problems, about(base.row, 'conflicting-row', message)];
      return { ...found, outcome: 'ask', changes, problems };
    }
    this.rowOf.set(firm.id, sameAsRow ?? base.row);
    const problems = [...base.problems, ...this.whoItIs(base, firm, sameAsRow)];
    if (changes.length === 0) return { ...found, outcome: 'unchanged', problems };
    this.index.put(withChanges(firm, changes));
    return { ...found, outcome: 'update', changes, problems };
  }

  /** A row without a number of its own that was taken for a firm says for which; nothing is joined in silence. */
  private whoItIs(base: Base, firm: StoredEnterprise, sameAsRow: number | null): Problem[] {
    const { draft } = base;
    if (draft === null) return [];
    const notes: Problem[] = [];
    if (sameAsRow !== null) {
      notes.push(about(base.row, 'same-as-row', `This is the firm of row ${sameAsRow}.`));
    } else if (draft.companyNumber === null && foldCase(draft.name) !== foldCase(firm.name)) {
      notes.push(about(base.row, 'on-record-as', `This is “${firm.name}” on record.`));
    }
    const other = otherAddress(firm, draft.contact);
    if (other !== null) notes.push(about(base.row, 'contact-other-address', other));
    return notes;
  }

  private ask(
    base: Base,
    firm: StoredEnterprise,
    changes: Change[],
    because: keyof typeof likenessWords,
  ): RowDecision<EnterpriseDraft> {
    const number = base.draft?.companyNumber ?? null;
    if (number !== null) this.waitingRow.set(number, base.row);
    const sameAsRow = this.rowOf.get(firm.id) ?? null;
    const where = storedId(firm) === null ? ` of row ${sameAsRow}` : '';
    const message = `“${firm.name}”${where} ${likenessWords[because]}. Merge the two, take the row as new, or skip it.`;
    const problems = [...base.problems, about(base.row, 'possible-duplicate', message)];
    return { ...base, outcome: 'ask', matchId: storedId(firm), sameAsRow, changes, problems };
  }

  private askToo(base: Base, waiting: number): RowDecision<EnterpriseDraft> {
    const message = `Row ${waiting} has the same company number and waits for your choice. Choose for both.`;
    const problems = [...base.problems, about(base.row, 'possible-duplicate', message)];
    return { ...base, outcome: 'ask', sameAsRow: waiting, problems };
  }

  /** Firms of one VAT group share its number and stay different firms. */
  private noteSharedVat(base: Base, draft: EnterpriseDraft): void {
    const other = this.index
      .withVatNumber(draft.vatNumber)
      .find(
        ({ companyNumber }) =>
          companyNumber !== null &&
          draft.companyNumber !== null &&
          companyNumber !== draft.companyNumber,
      );
    if (!other) return;
    const message = `“${other.name}” has the same VAT number and another company number: one VAT group?`;
    base.problems.push(about(base.row, 'shared-vat-number', message));
  }
}

type Base = Omit<RowDecision<EnterpriseDraft>, 'outcome'>;

const notOnRecord =
  'No such enterprise is on record, so there is nothing to fill in. Choose “Add them” if it should be added.';

const filePrefix = 'row:';

function fileId(row: number): string {
  return `${filePrefix}${row}`;
}

function storedId(firm: StoredEnterprise): string | null {
  return firm.id.startsWith(filePrefix) ? null : firm.id;
}

function about(row: number, code: ProblemCode, message: string, isRefusal = false): Problem {
  return { row, column: null, code, message, isRefusal };
}
