import type { EnterpriseDraft } from './enterprise-draft.ts';

const total =
  /^((grand|sub|overall|running)[ -]?)?total(s|led|e|i|es|t)?\b|^(sum|summen?|gesamt|(gesamt|zwischen|end)summe|insgesamt|totaal|somme|sous-total|suma|razem|celkem|i alt|yhteensä|σ|average|durchschnitt|moyenne|mean|median|count|number of (firms|enterprises|companies|records|people|mentors))(?!\p{L})[^\p{L}]*$/iu;
const note =
  /^(sources?|notes?|nb|n\.b\.|key|legend|quellen?|hinweise?|anmerkung(en)?|stand|remarques?|bron|opmerking(en)?|nota|fuente|fonte|disclaimer)\s*[:–-]|^(last updated|updated|as (of|at)|exported|printed|generated|prepared by|copyright|©|page)\b.*\d|^\*{1,3}\s?\p{L}/iu;

/** What stands above a list: once more on each printed page, or above a second list on the same sheet. */
const headings =
  /^((company|enterprise|business|organi[sz]ation|firm|client|mentor|adviser|contact|account|legal|registered|trading|full|first|last) ?name|name of (the )?(firm|company|enterprise|business)|name|company|mentor)$/i;

/** Why a row is probably a total or a note and no firm; null when it may well be one. */
export function whyNoFirm(draft: EnterpriseDraft): string | null {
  const { name } = draft;
  // `Total Ltd` with a number of its own is a firm; the count in a total's row is no company number.
  const isNumbered = draft.companyNumber !== null && !draft.companyNumber.startsWith('0000');
  if (headings.test(name)) return 'This looks like the headers of another list, not like a firm.';
  if (isNumbered || /\b(ltd|limited|plc|llp|cic)\.?$/i.test(name)) return null;
  const kind = totalOrNote(name);
  return kind === null ? null : `This looks like a ${kind}, not like a firm.`;
}

/** What a row below a list is called that belongs to nobody in it. */
export function totalOrNote(name: string): 'total' | 'note' | null {
  return total.test(name) ? 'total' : note.test(name) ? 'note' : null;
}
