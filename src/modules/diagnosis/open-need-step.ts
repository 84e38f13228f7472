import { z } from 'zod';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database.ts';
import { areaKeys } from '../programmes/area.ts';

/** What describes a need, wherever it is opened. */
export const needFields = {
  area: z.enum(areaKeys, 'Choose an area.'),
  detail: z.string().trim().min(1, 'Say in a sentence what is needed.').max(2000),
  topics: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
  seenBy: z.enum(['enterprise', 'adviser', 'mentor']).default('adviser'),
  priority: z.int().min(1).max(3).default(2),
  minutesPerMonth: z
    .int('Enter hours a month, for example 2.')
    .min(0, 'Enter hours a month, for example 2.')
    .max(6000, 'At most 100 hours a month.')
    .default(120),
};

const schema = z.strictObject(needFields);

interface NewNeed extends z.output<typeof schema> {
  enrolmentId: string;
  openedOn: CalendarDate;
  diagnosisId?: string | null;
  replacesId?: string | null;
}

/** Writes a need and returns its id. The caller has locked the enrolment and asked the permission. */
export async function insertNeed(tx: Tx, orgId: string, need: NewNeed): Promise<string> {
  const id = newId();
  await tx
    .insertInto('need')
    .values({
      org_id: orgId,
      id,
      enrolment_id: need.enrolmentId,
      diagnosis_id: need.diagnosisId ?? null,
      replaces_id: need.replacesId ?? null,
      area: need.area,
      topics: need.topics,
      detail: need.detail,
      seen_by: need.seenBy,
      priority: need.priority,
      opened_on: need.openedOn,
      minutes_per_month: need.minutesPerMonth,
    })
    .execute();
  return id;
}
