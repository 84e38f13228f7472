import { type AreaKey, areaKeys } from '../../modules/programmes/area.ts';
import { completeDiagnosis } from '../../modules/diagnosis/commands/complete-diagnosis.ts';
import { scoreDiagnosis } from '../../modules/diagnosis/commands/score-diagnosis.ts';
import { selfScoreDiagnosis } from '../../modules/diagnosis/commands/self-score-diagnosis.ts';
import { startDiagnosis } from '../../modules/diagnosis/commands/start-diagnosis.ts';
import { areaWords } from './area-words.ts';
import type { Firm } from './company.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** Maturities of the last version, so that the next one grows from it. */
export type Picture = Map<AreaKey, number>;

interface Found {
  readonly asks: AreaKey;
  /** What matters most, the most important first. */
  readonly finds: readonly AreaKey[];
  /** Steps gained since the last version. */
  readonly gain: number;
}

const limited = (value: number) => Math.max(0, Math.min(5, value));

/** One diagnosis from the firm's own view to the needs it opens; gives the ids of the needs. */
export async function diagnose(
  stage: Stage,
  firm: Firm,
  random: Random,
  picture: Picture,
  found: Found,
): Promise<{ needId: string; area: AreaKey }[]> {
  const adviser = await stage.as(firm.adviserId);
  const lead = await stage.as(firm.leadId);
  const [wish] = areaWords[found.asks].needs;
  const { diagnosisId } = await startDiagnosis(adviser, {
    enrolmentId: firm.enrolmentId,
    statedNeed: wish ?? '',
  });
  for (const area of areaKeys) {
    const before = picture.get(area);
    const isWeak = found.finds.includes(area);
    const gain = found.finds.includes(area) || random.chance(0.3) ? found.gain : 0;
    picture.set(
      area,
      limited(before === undefined ? (isWeak ? 1 : random.between(2, 4)) : before + gain),
    );
  }
  const maturity = (area: AreaKey) => (picture.get(area) ?? 2) as 0 | 1 | 2 | 3 | 4 | 5;
  await selfScoreDiagnosis(lead, {
    diagnosisId,
    scores: areaKeys.map((area) => ({
      area,
      maturity: limited(maturity(area) + random.between(-1, 2)),
    })),
  });
  const scored = await scoreDiagnosis(adviser, {
    diagnosisId,
    version: 1,
    statedNeed: wish ?? '',
    realNeed: areaWords[found.finds[0] ?? found.asks].needs[0] ?? '',
    confidence: random.chance(0.7) ? 3 : 2,
    scores: areaKeys.map((area) => {
      const at = found.finds.indexOf(area);
      return {
        area,
        maturity: maturity(area),
        importance: at === -1 ? random.between(0, 2) : 3,
        urgency: at === -1 ? random.between(0, 1) : 3 - Math.min(2, at),
        note: at === -1 ? '' : (areaWords[area].needs[0] ?? ''),
      };
    }),
  });
  const { needIds } = await completeDiagnosis(adviser, {
    diagnosisId,
    version: scored.version,
    // One need at a time: the next is opened when a mentor can be had for it.
    priorities: found.finds.slice(0, 1).map((area) => ({
      area,
      detail: random.pick(areaWords[area].needs),
      seenBy: area === found.asks ? ('enterprise' as const) : ('adviser' as const),
      priority: 3,
      minutesPerMonth: 180,
    })),
  });
  return needIds.map((needId, at) => ({ needId, area: found.finds[at] ?? found.asks }));
}
