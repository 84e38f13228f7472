import { foldCase } from '../../../kernel/text.ts';
import { type AreaKey, areaKeys, areaLabels } from '../../programmes/area.ts';

/** Other words for a choice, as lists use them. */
const synonyms: Record<string, readonly string[]> = {
  'in-person': ['in person', 'face to face', 'f2f', 'on site', 'onsite', 'personal'],
  video: ['online', 'virtual', 'zoom', 'teams', 'remote', 'video call'],
  phone: ['telephone', 'call', 'phone call'],
  lead: ['lead mentor', 'main mentor', 'primary mentor'],
  specialist: ['specialist mentor', 'expert'],
  pair: ['pair mentor', 'co mentor'],
  board: ['board member', 'panel'],
  speaker: ['workshop speaker', 'trainer'],
  'pre-start': ['prestart', 'pre start up', 'idea', 'pre trading'],
  'start-up': ['startup', 'start ups', 'startups', 'new'],
  early: ['early stage'],
  growth: ['growing', 'growth stage'],
  'scale-up': ['scaleup', 'scale ups', 'scaleups'],
  mature: ['established'],
  medium: ['mid', 'medium sized'],
};

/** The choices that the words name, in the choices' order, and the words that name none. */
export function chosenWords<W extends string>(
  words: readonly string[],
  choices: readonly W[],
): { chosen: W[]; others: string[] } {
  const found = new Set<W>();
  const others: string[] = [];
  for (const word of words) {
    const folded = bare(word);
    const choice = choices.find(
      (one) =>
        bare(one) === folded || (synonyms[one] ?? []).some((other) => bare(other) === folded),
    );
    if (choice === undefined) others.push(word);
    else found.add(choice);
  }
  return { chosen: choices.filter((choice) => found.has(choice)), others };
}

/** Stems by which a topic is put into an area; the first area that has one wins. */
const stems: Record<AreaKey, string> = {
  export: 'export|international|overseas|new market|trade',
  finance: 'financ|fund|crowdfund|invest|account|cash|pricing|equity|loan|grant|budget|tax',
  people: 'people|hr|human resource|recruit|skill|team|talent|training|employ',
  legal: 'legal|law|ip|intellectual|patent|trademark|contract|complian|gdpr|regulat',
  innovation: 'innovat|product|r d|research|develop|technolog|design|prototyp',
  digital: 'digital|data|it|cyber|software|web|ecommerce|e commerce|ai|cloud',
  environment: 'environment|carbon|net zero|sustainab|energy|green|climate',
  premises: 'premises|property|infrastructure|office|laborator|facilit',
  operations: 'operat|quality|lean|manufactur|supply|logistic|process|procure|iso',
  leadership: 'leader|governance|board|manage|director|coach',
  customers: 'customer|market|sales|brand|selling|social media|pr|communicat|business development',
  strategy: 'strateg|ambition|plan|vision|growth|business model|exit|scal',
};

/** The area that a word names or belongs to; null when it belongs to none. */
export function areaOfWord(word: string): AreaKey | null {
  const folded = bare(word);
  const named = areaKeys.find((key) => key === folded || bare(areaLabels[key]) === folded);
  if (named) return named;
  if (/business development/.test(folded)) return 'customers';
  for (const [area, list] of Object.entries(stems)) {
    const short = (stem: string) => stem.length <= 3;
    const isHit = list
      .split('|')
      .some((stem) => ` ${folded} `.includes(short(stem) ? ` ${stem} ` : ` ${stem}`));
    if (isHit) return area as AreaKey;
  }
  return null;
}

function bare(text: string): string {
  return foldCase(text)
    .replace(/&/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
