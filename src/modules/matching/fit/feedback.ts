/** What one match says of its mentor: the latest answer of the enterprise. */
export interface Rating {
  mentorId: string;
  /** 1 to 5. */
  relation: number;
  outcome: number;
  answeredAt: string;
  /** When the mentor said that the two do not fit; null when never. */
  mentorRefusedAt: string | null;
}

export interface FeedbackMean {
  count: number;
  mean: number;
}

const low = 2;

/**
 * A low mark given after the mentor had said "not good" answers that, and not the mentor's work: it is kept, but
 * left out of every mean.
 */
export function isRetaliatory(rating: Pick<Rating, 'relation' | 'answeredAt' | 'mentorRefusedAt'>) {
  return (
    rating.relation <= low &&
    rating.mentorRefusedAt !== null &&
    rating.mentorRefusedAt < rating.answeredAt
  );
}

/**
 * Mean and count of how well the work together went, by mentor. What came of the need is not in it: that depends on
 * the need as much as on the mentor.
 */
export function relationByMentor(ratings: readonly Rating[]): Map<string, FeedbackMean> {
  const means = new Map<string, FeedbackMean>();
  for (const rating of ratings) {
    if (isRetaliatory(rating)) continue;
    const { count, mean } = means.get(rating.mentorId) ?? { count: 0, mean: 0 };
    means.set(rating.mentorId, {
      count: count + 1,
      mean: (mean * count + rating.relation) / (count + 1),
    });
  }
  return means;
}
