/** The twelve areas that needs, diagnoses and mentors' expertise share, in the order shown. */
export const areaKeys = [
  'strategy',
  'leadership',
  'customers',
  'export',
  'finance',
  'people',
  'innovation',
  'operations',
  'digital',
  'legal',
  'premises',
  'environment',
] as const;

export type AreaKey = (typeof areaKeys)[number];

/** In a word, for chips and narrow columns. */
export const areaShortLabels: Record<AreaKey, string> = {
  strategy: 'Strategy',
  leadership: 'Leadership',
  customers: 'Customers',
  export: 'Export',
  finance: 'Finance',
  people: 'People',
  innovation: 'Innovation',
  operations: 'Operations',
  digital: 'Digital',
  legal: 'IP and legal',
  premises: 'Premises',
  environment: 'Environment',
};

export const areaLabels: Record<AreaKey, string> = {
  strategy: 'Strategy and ambition',
  leadership: 'Leadership and governance',
  customers: 'Customers, marketing and sales',
  export: 'New markets and export',
  finance: 'Finance and investment readiness',
  people: 'People and skills',
  innovation: 'Product, research and innovation',
  operations: 'Operations and quality',
  digital: 'Digital and data',
  legal: 'Intellectual property, legal and compliance',
  premises: 'Premises and infrastructure',
  environment: 'Environment',
};

/** Areas one after another; their own names hold commas, so semicolons stand between them. */
export function areaList(areas: readonly string[]): string {
  return areas.map((area) => areaLabels[area as AreaKey] ?? area).join('; ');
}
