interface DivisionGroup {
  label: string;
  /** In the remit of a technology programme unless somebody takes it out (domain notes 7.2). */
  isPreset: boolean;
  codes: readonly string[];
  names: Readonly<Record<string, string>>;
}

function group(label: string, isPreset: boolean, names: Record<string, string>): DivisionGroup {
  return { label, isPreset, codes: Object.keys(names).sort(), names };
}

/** Divisions of SIC 2007 in the groups of Eurostat, with short names of our own. */
export const divisionGroups: readonly DivisionGroup[] = [
  group('High-technology manufacturing', true, {
    '21': 'Pharmaceuticals',
    '26': 'Computers, electronics, optics',
  }),
  group('Medium-high-technology manufacturing', true, {
    '20': 'Chemicals',
    '27': 'Electrical equipment',
    '28': 'Machinery',
    '29': 'Vehicles',
    '30': 'Other transport equipment',
  }),
  group('High-technology services', true, {
    '59': 'Film, television, sound',
    '60': 'Broadcasting',
    '61': 'Telecommunications',
    '62': 'Programming and IT consultancy',
    '63': 'Hosting and information',
    '72': 'Research and development',
  }),
  group('Knowledge-intensive services', true, {
    '58': 'Publishing, software, games',
    '69': 'Law and accounts',
    '70': 'Management consultancy',
    '71': 'Architecture, engineering, testing',
    '73': 'Advertising and market research',
    '74': 'Design and other technical work',
  }),
  group('Other manufacturing', false, {
    '10': 'Food',
    '11': 'Drinks',
    '13': 'Textiles',
    '14': 'Clothing',
    '16': 'Wood products',
    '17': 'Paper',
    '18': 'Printing',
    '22': 'Rubber and plastics',
    '23': 'Glass, ceramics, cement',
    '24': 'Basic metals',
    '25': 'Metal products',
    '31': 'Furniture',
    '32': 'Other manufacturing',
    '33': 'Repair of machinery',
  }),
  group('Other services and trades', false, {
    '41': 'Building',
    '43': 'Construction trades',
    '46': 'Wholesale',
    '47': 'Retail',
    '49': 'Land transport',
    '52': 'Warehousing',
    '55': 'Accommodation',
    '56': 'Food service',
    '64': 'Finance',
    '75': 'Veterinary',
    '78': 'Staffing agencies',
    '79': 'Travel agencies',
    '80': 'Security',
    '82': 'Office support',
    '85': 'Education',
    '86': 'Health',
    '90': 'Arts',
    '93': 'Sport and leisure',
  }),
];

/** The short name of a division, or its code when it has none here. */
export function divisionName(code: string): string {
  for (const one of divisionGroups) {
    const name = one.names[code];
    if (name !== undefined) return name;
  }
  return `Division ${code}`;
}
