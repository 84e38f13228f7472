import { fileResponse } from '../../../../platform/files/file-response.ts';
import { loadPage } from '../../../../platform/page.ts';
import { writeCsv } from '../../../../platform/spreadsheets/write-csv.ts';
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
    row.dueOn,
    row.measure,
    row.state,
    row.endedOn,
    row.needArea ? areas[row.needArea].label : null,
  ]);
  return fileResponse({ name: 'actions.csv', type: 'text/csv', bytes: writeCsv(headers, cells) });
});
