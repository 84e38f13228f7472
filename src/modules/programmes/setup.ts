/** The steps of setting a programme up, in order; each can be left and found again. */
export const setupSteps = [
  { step: 'dates', label: 'Name and dates' },
  { step: 'funders', label: 'Funders' },
  { step: 'rules', label: 'Rule set' },
  { step: 'area', label: 'Area' },
  { step: 'remit', label: 'Remit and size' },
  { step: 'targets', label: 'Targets' },
  { step: 'mentoring', label: 'Mentoring and contact' },
  { step: 'review', label: 'Check and start' },
] as const;

export type ProgrammeSetupStep = (typeof setupSteps)[number]['step'];

/** The step after this one; the review stays the last. */
export function stepAfter(step: ProgrammeSetupStep): ProgrammeSetupStep {
  const at = setupSteps.findIndex((one) => one.step === step);
  return setupSteps[at + 1]?.step ?? 'review';
}

/** Whether the text names a step. */
export function isSetupStep(text: string): text is ProgrammeSetupStep {
  return setupSteps.some((one) => one.step === text);
}
