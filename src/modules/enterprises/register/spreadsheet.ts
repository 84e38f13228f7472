import type { ExportCell } from '../../../platform/spreadsheets/write-csv.ts';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { type SizeBand, sizeBandWords } from '../../programmes/rule-set.ts';
import { type EnrolmentState, enrolmentStateWords } from '../enrolment.ts';
import type { EnterpriseLine } from './reads.ts';

/** Columns of the list as a spreadsheet: dates as they are stored, so that they sort. */
export const enterpriseHeaders = [
  'Name',
  'Trading name',
  'Company number',
  'Postcode',
  'Area',
  'Size',
  'State',
  'Stage',
  'Adviser',
  'Applied on',
  'Eligible on',
  'Last contact',
  'Next contact',
] as const;

/** One enterprise as a row of the spreadsheet. */
export function enterpriseCells(row: EnterpriseLine): ExportCell[] {
  return [
    row.name,
    row.tradingName,
    row.companyNumber,
    row.postcode,
    row.area,
    row.size === null ? null : sizeBandWords[row.size as SizeBand],
    enrolmentStateWords[row.state as EnrolmentState] ?? row.state,
    stageWords[row.stage as Stage] ?? row.stage,
    row.adviser,
    row.appliedOn,
    row.eligibleOn,
    row.lastContactOn,
    row.nextContactOn,
  ];
}
