import { loadPage } from '../../../../platform/page.ts';
import { listFile } from '../../../../platform/spreadsheets/list-file.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { leaveLarge } from '../../solving/pages/leave-large.ts';
import { priorityWords } from '../../queue/step.ts';
import { fitWords } from '../words.ts';
import { linesOf } from '../desk-lines.ts';
import { lineStateWords, unservedWords } from './line-state.tsx';
import { namesOf, openDraft } from './open-desk.ts';

/** The proposal as it stands, as CSV for a meeting. */
export const loader = loadPage(async (args) => {
  await leaveLarge(args);
  const { programme, draft, proposal } = await openDraft(args);
  const names = await namesOf(args, proposal, draft?.id ?? null);
  const nameOf = (id: string) => names.get(id) ?? '';
  const said = (parts: readonly { label: string; value: number }[]) =>
    parts.map((part) => `${part.label} ${part.value}`).join('; ');
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
      'Strongest',
      'Weakest',
      'Runner-up',
      'Cost in points',
      'Why',
    ],
    rows: linesOf(proposal).map((line) => [
      line.firm,
      areaLabels[line.area],
      line.detail,
      priorityWords[line.priority] ?? line.priority,
      line.days,
      lineStateWords[line.state],
      line.mentor?.name ?? '',
      line.pair ? Number(fitWords(line.pair.total)) : '',
      line.pair ? said(line.pair.plus) : '',
      line.pair ? said(line.pair.minus) : '',
      line.runnerUp?.name ?? '',
      line.runnerUp ? line.runnerUp.regret / 100 : '',
      line.unserved ? unservedWords(line.unserved, nameOf) : line.reason,
    ]),
  });
});
