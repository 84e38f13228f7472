import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Standing } from './standing.ts';
import type { SicScheme } from '../../enterprises/sic.ts';

/** A row of a list of firms. Null says nothing and never empties what is stored. */
export interface EnterpriseDraft {
  name: string;
  tradingName: string | null;
  companyNumber: string | null;
  vatNumber: string | null;
  companyStatus: string | null;
  legalForm: string | null;
  incorporatedOn: CalendarDate | null;
  tradingSince: CalendarDate | null;
  sicScheme: SicScheme;
  sicCodes: string[] | null;
  sector: string | null;
  description: string | null;
  website: string | null;
  phone: string | null;
  registeredAddress: string | null;
  registeredPostcode: string | null;
  tradingAddress: string | null;
  tradingPostcode: string | null;
  authorityCode: string | null;
  externalReference: string | null;
  /** Hundredths of a full-time equivalent. */
  staffHundredths: number | null;
  turnover: { minor: number; currency: string } | null;
  yearEndsOn: CalendarDate | null;
  contact: ContactDraft | null;
  notes: string | null;
  /** Who looks after it, of the programme's advisers. */
  adviser: { id: string; name: string } | null;
  /** A firm that is done with its programme is kept on record and made no applicant. */
  standing: Standing | null;
  enrolledOn: CalendarDate | null;
  /** Only for telling whether two names are one firm's. */
  previousNames: string[];
}

export interface ContactDraft {
  name: string;
  email: string | null;
  phone: string | null;
  position: string | null;
}
