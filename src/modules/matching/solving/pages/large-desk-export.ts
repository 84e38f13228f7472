import { loadPage } from '../../../../platform/page.ts';
import { listFile } from '../../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { lineStateWords, unservedWords } from '../../allocation/pages/line-state.tsx';
import { fitWords } from '../../allocation/words.ts';
import { priorityWords } from '../../queue/step.ts';
import { chosenLines, openLarge } from './open-large.ts';

/** A large programme's proposal as it was worked out last, as CSV; heads alone before the first. */
export const loader = loadPage(async (args) => {
  const { programme, shown, names } = await openLarge(args);
  const query = parseTableQuery(args.url, { sorts: ['days'], filters: ['area', 'state'] });
  const nameOf = (id: string) => names.get(id) ?? '';
  return listFile(args.url, {
    name: `match-desk-${programme.slug}`,
    headers: [
      'Enterprise',
      'Area',
      'Need',
      'Priority',
      'Days open',
      'State',
      'Mentor',
      'Fit',
      'Runner-up',
      'Cost in points',
      'Why',
    ],
    rows: chosenLines(shown?.lines ?? [], query).map((line) => [
      line.firm,
      areaLabels[line.area],
      line.detail,
      priorityWords[line.priority] ?? line.priority,
      line.days,
      lineStateWords[line.state],
      line.mentor?.name ?? '',
      line.pair ? Number(fitWords(line.pair.total)) : '',
      line.runnerUp?.name ?? '',
      line.runnerUp ? line.runnerUp.regret / 100 : '',
      line.unserved ? unservedWords(line.unserved, nameOf) : line.reason,
    ]),
  });
});
