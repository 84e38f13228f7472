import type { EnterpriseDraft } from './enterprise-draft.ts';

const total =
  /^((grand|sub|overall|running)[ -]?)?total(s|led)?\b|^(sum|summe|gesamt|gesamtsumme|average|mean|median|count|number of (firms|enterprises|companies|records))\b[^\p{L}]*$/iu;
const note =
  /^(sources?|notes?|nb|n\.b\.|key|legend|quelle|hinweis|disclaimer)\s*[:–-]|^(last updated|updated|as (of|at)|exported|printed|generated|prepared by|copyright|©|page)\b.*\d|^\*{1,3}\s?\p{L}/iu;

/** Why a row is probably a total or a note and no firm; null when it may well be one. */
export function whyNoFirm(draft: EnterpriseDraft): string | null {
  const { name } = draft;
  // `Total Ltd` with a number of its own is a firm; the count in a total's row is no company number.
  const isNumbered = draft.companyNumber !== null && !draft.companyNumber.startsWith('0000');
  if (isNumbered || /\b(ltd|limited|plc|llp|cic)\.?$/i.test(name)) return null;
  if (total.test(name)) return 'This looks like a total, not like a firm.';
  if (note.test(name)) return 'This looks like a note, not like a firm.';
  return null;
}
