import { dayCell, type ExportCell } from '../../../platform/spreadsheets/export-cell.ts';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { type SizeBand, sizeBandWords } from '../../programmes/rule-set.ts';
import { type EnrolmentState, enrolmentStateWords } from '../enrolment.ts';
import type { EnterpriseLine } from './reads.ts';

/** Whom to write to at an enterprise, and who works with it. */
export interface EnterpriseReach {
  phone: string | null;
  contact: string | null;
  position: string | null;
  email: string | null;
  contactPhone: string | null;
  mentors: string | null;
}

/** Columns of the list as a spreadsheet. An import of the same file finds each again, and nothing new in it. */
export const enterpriseHeaders = [
  ...['Name', 'Trading name', 'Company number', 'Postcode', 'Area', 'Size', 'State', 'Stage'],
  ...['Lead contact', 'Contact position', 'Email', 'Contact telephone', 'Telephone'],
  ...['Adviser', 'Mentor', 'Applied on', 'Eligible on', 'Last contact', 'Next contact'],
] as const;

/** One enterprise as a row of the spreadsheet. */
export function enterpriseCells(
  row: EnterpriseLine,
  reach: EnterpriseReach | undefined,
): ExportCell[] {
  return [
    row.name,
    row.tradingName,
    row.companyNumber,
    row.postcode,
    row.area,
    row.size === null ? null : sizeBandWords[row.size as SizeBand],
    enrolmentStateWords[row.state as EnrolmentState] ?? row.state,
    stageWords[row.stage as Stage] ?? row.stage,
    reach?.contact ?? null,
    reach?.position ?? null,
    reach?.email ?? null,
    reach?.contactPhone ?? null,
    reach?.phone ?? null,
    row.adviser,
    reach?.mentors ?? null,
    dayCell(row.appliedOn),
    dayCell(row.eligibleOn),
    dayCell(row.lastContactOn),
    dayCell(row.nextContactOn),
  ];
}
