import type { RuleSetInput } from '../rule-set.ts';

/** Ceilings of the annex to Recommendation 2003/361/EC, article 2, in euro cents. */
export const recommendation2003361: RuleSetInput['size'] = {
  source: 'Commission Recommendation 2003/361/EC',
  currency: 'EUR',
  ceilings: [
    { band: 'micro', staffBelow: 10, turnoverAtMost: 200_000_000, balanceSheetAtMost: 200_000_000 },
    {
      band: 'small',
      staffBelow: 50,
      turnoverAtMost: 1_000_000_000,
      balanceSheetAtMost: 1_000_000_000,
    },
    {
      band: 'medium',
      staffBelow: 250,
      turnoverAtMost: 5_000_000_000,
      balanceSheetAtMost: 4_300_000_000,
    },
  ],
  consecutiveYears: 2,
};

/** Sectors that the funds of the seed's kind left out. */
export const usualExcludedSectors: NonNullable<RuleSetInput['excludedSectors']> = [
  { key: 'retail', label: 'Retail to the public', sic: ['47'] },
  { key: 'childcare', label: 'Childcare', sic: ['88910', '85100'] },
  { key: 'social-welfare', label: 'Social welfare facilities', sic: ['87', '88'] },
  { key: 'agriculture', label: 'Primary agriculture', sic: ['01'] },
  { key: 'fisheries', label: 'Fisheries', sic: ['03'] },
  { key: 'coal', label: 'Coal', sic: ['05'] },
  { key: 'steel', label: 'Steel', sic: ['241', '242', '243', '2451', '2452'] },
  { key: 'shipbuilding', label: 'Shipbuilding', sic: ['3011'] },
  { key: 'synthetic-fibres', label: 'Synthetic fibres', sic: ['2060'] },
];
