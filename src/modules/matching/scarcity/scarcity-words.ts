import { listWords, plural } from '../../../kernel/text.ts';
import { areaList } from '../../programmes/area.ts';
import { hardRuleWords } from '../allocation/hard-rule-words.ts';
import { fitWords } from '../allocation/words.ts';
import {
  type Advice,
  type Further,
  newcomer,
  type ScarceSkill,
  type UnservedNeed,
} from './scarcity.ts';

/** What such a mentor is taken to be. */
export function typicalWords({ level, places }: ScarceSkill): string {
  return `level ${level}, ${plural(places, 'place')}`;
}

/** What mentors of a kind bring together, as needs served and mean fit: "2 needs more, mean fit 74". */
export function broughtWords(skill: ScarceSkill, count: number, before: Advice): string {
  const last = skill.further[count - 1];
  if (!last) return 'Nothing more';
  const more = last.servedInAll - before.served;
  const fit = last.meanFit === null ? '–' : fitWords(last.meanFit);
  return `${more === 0 ? 'Nobody' : plural(more, 'need')} more, mean fit ${fit}`;
}

/** Points that so many mentors of a kind are worth together. */
export function worthOf(skill: ScarceSkill, count: number): number {
  return skill.further.slice(0, count).reduce((sum, each) => sum + each.worth, 0);
}

/** The chain that realises one place: who goes to the newcomer, who takes the place left, who is served at last. */
export function chainSentences(further: Further, nameOf: (id: string) => string): string[] {
  return further.chains.map((chain) => {
    const moves = chain.map((move) => {
      const need = nameOf(move.need);
      if (move.to === newcomer) {
        const from = move.from === null ? '' : ` and leaves ${nameOf(move.from)}`;
        return `${need} goes to the new mentor${from}`;
      }
      if (move.to === null) return `${need} waits`;
      if (move.from === null) return `${need} gets ${nameOf(move.to)}, and is served at last`;
      return `${need} moves from ${nameOf(move.from)} to ${nameOf(move.to)}`;
    });
    return `${moves.join('; ')}.`;
  });
}

/** How many mentors each rule keeps out, and what is left: "Of 22 mentors: 12 with too little expertise. …". */
export function funnelWords(need: UnservedNeed): string {
  const out = need.funnel.map((each) => `${each.mentors} ${hardRuleWords[each.rule]}`);
  const rules = out.length === 0 ? 'no rule keeps one out' : listWords(out);
  const isTwice =
    need.funnel.reduce((sum, each) => sum + each.mentors, 0) > need.mentors - need.may;
  return `Of ${plural(need.mentors, 'mentor')}: ${rules}${isTwice ? ' (some for several reasons)' : ''}. ${leftWords(need)}`;
}

function leftWords({ may, withPlace }: UnservedNeed): string {
  if (may === 0) return 'Nobody is left.';
  if (withPlace === 0) return `${may} could, none with a place.`;
  return `${may} could, ${withPlace} with a place that others need more.`;
}

/** In which areas a further mentor would serve a need, the most valuable first. */
export function servingWords(advice: Advice, need: UnservedNeed): string {
  const areas = new Set(
    advice.skills
      .filter((skill) => skill.further.some((each) => each.served.includes(need.needId)))
      .map((skill) => skill.area),
  );
  if (areas.size > 0) return `A mentor for ${areaList([...areas])}`;
  return need.isPossible
    ? 'A further mentor after three others: those serve needs that wait longer or fit better.'
    : 'No kind of mentor: a wish or a rule of this firm keeps everybody out.';
}
