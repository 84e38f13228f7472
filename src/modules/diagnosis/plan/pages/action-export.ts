import { loadPage } from '../../../../platform/page.ts';
import { dayCell } from '../../../../platform/spreadsheets/export-cell.ts';
import { listFile } from '../../../../platform/spreadsheets/list-file.ts';
import { areas } from '../../areas.ts';
import { openFirm } from '../../pages/open-firm.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { actionOwnerWords } from '../action.ts';
import { actionsOf } from '../reads.ts';

const headers = ['Action', 'Who', 'By', 'Done when', 'State', 'Ended on', 'Need'];

/** The firm's whole action plan as CSV. */
export const loader = loadPage(async (args) => {
  const { firm } = await openFirm(args, diagnosisPermissions.action.read);
  const rows = await actionsOf(args.tx, firm.enrolment);
  const cells = rows.map((row) => [
    row.title,
    actionOwnerWords[row.owner],
    dayCell(row.dueOn),
    row.measure,
    row.state,
    dayCell(row.endedOn),
    row.needArea ? areas[row.needArea].label : null,
  ]);
  return listFile(args.url, {
    name: 'actions',
    headers: headers,
    rows: cells,
  });
});
