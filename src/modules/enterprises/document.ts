export const documentKinds = [
  'sme-declaration',
  'accounts',
  'proof-of-place',
  'subsidy-declaration',
  'register-extract',
  'agreement',
  'plan',
  'evidence',
  'other',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

export const documentKindWords: Record<DocumentKind, string> = {
  'sme-declaration': 'SME declaration',
  accounts: 'Accounts',
  'proof-of-place': 'Proof of place of trading',
  'subsidy-declaration': 'Declaration of earlier aid',
  'register-extract': 'Register extract',
  agreement: 'Agreement',
  plan: 'Plan',
  evidence: 'Evidence of an output',
  other: 'Other',
};

/** The kind in words; an unknown one as it is. */
export function documentKindLabel(kind: string): string {
  return (documentKindWords as Record<string, string>)[kind] ?? kind;
}
