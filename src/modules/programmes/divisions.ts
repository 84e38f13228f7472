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
    '12': 'Tobacco',
    '13': 'Textiles',
    '14': 'Clothing',
    '15': 'Leather',
    '16': 'Wood products',
    '17': 'Paper',
    '18': 'Printing',
    '19': 'Coke and refining',
    '22': 'Rubber and plastics',
    '23': 'Glass, ceramics, cement',
    '24': 'Basic metals',
    '25': 'Metal products',
    '31': 'Furniture',
    '32': 'Other manufacturing',
    '33': 'Repair of machinery',
  }),
  group('Building, trade and transport', false, {
    '41': 'Building',
    '42': 'Civil engineering',
    '43': 'Construction trades',
    '45': 'Vehicle trade and repair',
    '46': 'Wholesale',
    '47': 'Retail',
    '49': 'Land transport',
    '50': 'Water transport',
    '51': 'Air transport',
    '52': 'Warehousing',
    '53': 'Post and couriers',
  }),
  group('Other services', false, {
    '55': 'Accommodation',
    '56': 'Food service',
    '64': 'Finance',
    '65': 'Insurance and pensions',
    '66': 'Financial support',
    '68': 'Property',
    '75': 'Veterinary',
    '77': 'Hire and leasing',
    '78': 'Staffing agencies',
    '79': 'Travel agencies',
    '80': 'Security',
    '81': 'Buildings and gardens',
    '82': 'Office support',
    '84': 'Public administration',
    '85': 'Education',
    '86': 'Health',
    '87': 'Residential care',
    '88': 'Social work',
    '90': 'Arts',
    '91': 'Libraries and museums',
    '92': 'Betting',
    '93': 'Sport and leisure',
    '94': 'Associations',
    '95': 'Repair of goods',
    '96': 'Personal services',
    '97': 'Households as employers',
    '98': 'Households for own use',
    '99': 'International bodies',
  }),
  group('Farming, mining, energy and water', false, {
    '01': 'Farming',
    '02': 'Forestry',
    '03': 'Fishing',
    '05': 'Coal',
    '06': 'Oil and gas',
    '07': 'Metal ores',
    '08': 'Other mining',
    '09': 'Mining support',
    '35': 'Electricity, gas and heat',
    '36': 'Water',
    '37': 'Sewerage',
    '38': 'Waste',
    '39': 'Clean-up',
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
