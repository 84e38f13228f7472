import { notFound } from '../../../../kernel/errors.ts';
import { loadPage } from '../../../../platform/page.ts';
import { listFile } from '../../../../platform/spreadsheets/list-file.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { fitWords } from '../../allocation/words.ts';
import { chainSentences, funnelWords, servingWords, worthOf } from '../scarcity-words.ts';
import { openScarcity } from './open-scarcity.ts';

/** The list that recruitment works from, and the needs that nobody serves, as CSV. */
export const loader = loadPage(async (args) => {
  const { programme, advice } = await openScarcity(args);
  if (!advice) throw notFound('advice');
  const nameOf = (id: string) => advice.names[id] ?? '';
  const kinds = advice.skills.flatMap((skill) =>
    skill.further.map((each, at) => [
      'Further mentor',
      areaLabels[skill.area],
      skill.sector ?? '',
      at + 1,
      skill.level,
      skill.places,
      each.servedInAll - advice.served,
      each.meanFit === null ? '' : Number(fitWords(each.meanFit)),
      worthOf(skill, at + 1) / 100,
      each.served.map(nameOf).join('; '),
      chainSentences(each, nameOf).join(' '),
    ]),
  );
  const unserved = advice.unserved.map((need) => [
    'Need that nobody serves',
    areaLabels[need.area],
    need.sector ?? '',
    '',
    '',
    '',
    '',
    '',
    '',
    need.firm,
    `${funnelWords(need)} ${servingWords(advice, need)}`,
  ]);
  return listFile(args.url, {
    name: `scarce-skills-${programme.slug}`,
    headers: [
      'Line',
      'Area',
      'Sector',
      'How many more',
      'Level',
      'Places each',
      'Needs more served',
      'Mean fit',
      'Worth in points',
      'Enterprises served',
      'Who would move, or why nobody',
    ],
    rows: [...kinds, ...unserved],
  });
});
