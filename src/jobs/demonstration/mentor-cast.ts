import type { AreaKey } from '../../modules/programmes/area.ts';

export interface MentorPart {
  readonly name: string;
  readonly headline: string;
  /** Areas with levels from 1 to 5, the strongest first. */
  readonly knows: readonly (readonly [AreaKey, number])[];
  readonly sectors: readonly string[];
  readonly places: number;
}

function part(
  name: string,
  headline: string,
  knows: string,
  sectors: readonly string[],
  places: number,
): MentorPart {
  const pairs = knows.split(' ').map((each): readonly [AreaKey, number] => {
    const [area = '', level = '3'] = each.split(':');
    return [area as AreaKey, Number(level)];
  });
  return { name, headline, knows: pairs, sectors, places };
}

/** Invented mentors. Nobody knows much of premises, so that a scarce skill shows. */
export const mentorCast: readonly MentorPart[] = [
  part(
    'Alison Mercer',
    'Grew a software firm from 4 to 90 people',
    'strategy:5 leadership:5 people:3',
    ['Software'],
    4,
  ),
  part(
    'David Achebe',
    'Sales director in industrial software',
    'customers:5 export:4',
    ['Software', 'Advanced manufacturing'],
    4,
  ),
  part(
    'Margaret Lyle',
    'Finance director for owner-managed firms',
    'finance:5 strategy:3',
    ['Advanced manufacturing', 'Software'],
    4,
  ),
  part(
    'Sunil Bhatt',
    'Two funding rounds led, one exit',
    'finance:5 strategy:4',
    ['Software', 'Health technology'],
    3,
  ),
  part(
    'Karen Whitlock',
    'Lean production and quality in automotive supply',
    'operations:5 people:3',
    ['Automotive', 'Advanced manufacturing'],
    4,
  ),
  part(
    'Piotr Zielinski',
    'Product development in power electronics',
    'innovation:5 operations:3',
    ['Electronics', 'Clean technology'],
    3,
  ),
  part(
    'Fiona Garrick',
    'Marketing for business customers',
    'customers:5 digital:3',
    ['Software', 'Creative and games'],
    4,
  ),
  part(
    'Joseph Adeyemi',
    'Head of people in a growing games studio',
    'people:5 leadership:4',
    ['Creative and games'],
    3,
  ),
  part(
    'Ruth Bellamy',
    'Patents and licensing',
    'legal:5 innovation:3',
    ['Health technology', 'Electronics'],
    3,
  ),
  part(
    'Colin Farr',
    'Opened offices in Germany and Poland',
    'export:5 customers:4',
    ['Advanced manufacturing', 'Electronics'],
    3,
  ),
  part(
    'Naomi Prentice',
    'Data and cloud platforms',
    'digital:5 innovation:3',
    ['Software', 'Health technology'],
    4,
  ),
  part(
    'Geoffrey Tran',
    'Chair of three small boards',
    'leadership:5 strategy:4',
    ['Clean technology', 'Software'],
    3,
  ),
  part(
    'Yasmin Haddad',
    'Medical devices from idea to approval',
    'innovation:5 legal:4',
    ['Health technology'],
    3,
  ),
  part(
    'Stephen Croft',
    'Supply chains and purchasing',
    'operations:5 finance:3',
    ['Automotive', 'Electronics'],
    4,
  ),
  part(
    'Laura Kinsella',
    'Recruiting engineers',
    'people:5 customers:3',
    ['Advanced manufacturing', 'Software'],
    3,
  ),
  part(
    'Marcus Oyelaran',
    'Digital marketing and online sales',
    'digital:4 customers:4',
    ['Creative and games', 'Professional services'],
    4,
  ),
  part(
    'Beth Standish',
    'Energy and carbon in factories',
    'environment:5 operations:3',
    ['Clean technology', 'Advanced manufacturing'],
    3,
  ),
  part(
    'Andrew Kessler',
    'Grants and research partnerships',
    'innovation:4 finance:4',
    ['Clean technology', 'Electronics'],
    3,
  ),
  part(
    'Hannah Brook',
    'Contracts and data protection',
    'legal:4 people:3',
    ['Software', 'Professional services'],
    3,
  ),
  part(
    'Robert Inwood',
    'Moved a factory twice',
    'premises:3 operations:4',
    ['Advanced manufacturing'],
    2,
  ),
  part(
    'Chiara Donati',
    'Pricing and subscription models',
    'customers:4 strategy:4',
    ['Software', 'Creative and games'],
    3,
  ),
  part(
    'Neil Arkwright',
    'Robotics and automation',
    'innovation:4 digital:4',
    ['Advanced manufacturing', 'Automotive'],
    3,
  ),
];
