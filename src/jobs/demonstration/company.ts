import type { Staff } from './staff.ts';
import type { Stage } from './stage.ts';

/** Who plays, and what all scenes share. */
export interface Company {
  readonly stage: Stage;
  readonly staff: Staff;
  readonly programmeId: string;
  /** Mentor to the person behind. */
  readonly mentors: Map<string, string>;
  /** The next of a list, each once; undefined when all are dealt. */
  deal<T>(list: readonly T[]): T | undefined;
  /** Firms found eligible, in order. */
  readonly supported: Firm[];
}

/** A firm on the stage. */
export interface Firm {
  readonly name: string;
  readonly enrolmentId: string;
  readonly enterpriseId: string;
  /** Its lead person. */
  readonly leadId: string;
  readonly adviserId: string;
}
