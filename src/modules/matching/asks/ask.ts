import { z } from 'zod';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import type { AuditEntry } from '../../../platform/audit.ts';

/** A question that waits for an answer: an offer for its mentor, or a shortlist for its firm. */
export interface OpenAsk {
  kind: 'offer' | 'shortlist';
  id: string;
  needId: string;
  enrolmentId: string;
  programmeId: string;
  programmeSlug: string;
  enterpriseId: string;
  enterpriseName: string;
  area: string;
  /** Of an offer. */
  mentorId: string | null;
  mentorName: string | null;
  adviserId: string | null;
  /** Its letter has not left: taking it back is enough. */
  isUnsent: boolean;
  /** Mentors of a list who can still be chosen, without the one who goes. */
  left: number;
}

/** Texts of letters as somebody worded them, by what they are about; what is missing is worded by us. */
export type LetterTexts = Readonly<Record<string, string>>;

/** The field of a command that takes them. */
export const letterTexts = z
  .record(z.string().max(120), z.string().trim().max(4000, 'Use at most 4,000 characters.'))
  .default({});

/** What a letter is known by on a form. */
export function letterKey(ask: Pick<OpenAsk, 'kind' | 'id'>): string {
  return `${ask.kind}/${ask.id}`;
}

/**
 * What the one who was asked reads, between greeting and farewell: nobody's reason, and to a mentor not whom it was
 * about.
 */
export function askText({ kind, area }: Pick<OpenAsk, 'kind' | 'area'>): string {
  return kind === 'offer'
    ? `Our question about ${inWords(area)} has settled itself. You do not have to do anything. Thank you.`
    : 'You no longer have to choose from the mentors we sent you: the list is withdrawn. Your adviser will be in touch.';
}

/** The subject of that letter. */
export function askSubject({ kind, area }: Pick<OpenAsk, 'kind' | 'area'>): string {
  return kind === 'offer'
    ? `No answer needed any more: ${inWords(area)}`
    : `Your list of mentors for ${inWords(area)}: no answer needed any more`;
}

const inWords = (area: string) => areaLabels[area as AreaKey].toLowerCase();

/** What happened to open questions when something ended. */
export interface WithdrawnAsks {
  offers: string[];
  shortlists: string[];
  /** Lists that go on without the mentor. */
  struck: string[];
}

/** One entry for each, so that the history of an offer says who took it back, and with what it ended. */
export function auditsOf(gone: WithdrawnAsks, because: string): AuditEntry[] {
  return [
    ...gone.offers.map((id) => ({
      action: 'withdraw-offer',
      subject: ['offer', id] as const,
      changes: { state: ['pending', 'withdrawn'], because },
    })),
    ...gone.shortlists.map((id) => ({
      action: 'withdraw-shortlist',
      subject: ['shortlist', id] as const,
      changes: { state: ['sent', 'withdrawn'], because },
    })),
    ...gone.struck.map((id) => ({
      action: 'strike-from-shortlist',
      subject: ['shortlist', id] as const,
      changes: { because },
    })),
  ];
}
