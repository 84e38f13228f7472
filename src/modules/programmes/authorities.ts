export interface Authority {
  /** ONS code. */
  code: string;
  name: string;
  group: string;
}

const list = (group: string, rows: Record<string, string>): Authority[] =>
  Object.entries(rows).map(([code, name]) => ({ code, name, group }));

/**
 * Local authorities offered for choice, by ONS code (domain notes 7.3 and the ONS code lists). Others are
 * entered with code and name; the list is a convenience, not a rule.
 */
export const authorities: readonly Authority[] = [
  ...list('Coventry and Warwickshire', {
    E08000026: 'Coventry',
    E07000218: 'North Warwickshire',
    E07000219: 'Nuneaton and Bedworth',
    E07000220: 'Rugby',
    E07000221: 'Stratford-on-Avon',
    E07000222: 'Warwick',
  }),
  ...list('Other West Midlands boroughs', {
    E08000025: 'Birmingham',
    E08000027: 'Dudley',
    E08000028: 'Sandwell',
    E08000029: 'Solihull',
    E08000030: 'Walsall',
    E08000031: 'Wolverhampton',
  }),
  ...list('London', {
    E09000001: 'City of London',
    E09000007: 'Camden',
    E09000012: 'Hackney',
    E09000019: 'Islington',
    E09000022: 'Lambeth',
    E09000028: 'Southwark',
    E09000030: 'Tower Hamlets',
    E09000033: 'Westminster',
  }),
];

/** The name of an authority on the list, or null. */
export function authorityName(code: string): string | null {
  return authorities.find((one) => one.code === code)?.name ?? null;
}
