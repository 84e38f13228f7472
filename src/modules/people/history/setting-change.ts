/** What a change of settings was about; the kinds of an organisation stand last. */
export const settingKinds = [
  'dates',
  'funders',
  'rules',
  'area',
  'remit',
  'targets',
  'mentoring',
  'weights',
  'applications',
  'signposts',
  'state',
  'name',
  'second-factor',
] as const;

export type SettingKind = (typeof settingKinds)[number];

export const settingKindWords: Readonly<Record<SettingKind, string>> = {
  dates: 'Name and dates',
  funders: 'Funders',
  rules: 'Rules adopted',
  area: 'Area',
  remit: 'Remit and size',
  targets: 'Targets',
  mentoring: 'Mentoring and contact',
  weights: 'Weights of the matching score',
  applications: 'Applications',
  signposts: 'Others who may help',
  state: 'State of the programme',
  name: 'Name of the organisation',
  'second-factor': 'Second factor',
};

export const organisationKinds: readonly SettingKind[] = ['name', 'second-factor'];

export const programmeKinds: readonly SettingKind[] = settingKinds.filter(
  (kind) => !organisationKinds.includes(kind),
);

/** The kind in words; one that is not known any more stays as it was written. */
export function settingKindOf(kind: string): string {
  return (settingKindWords as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** A setting as a screen shows it, with unit and currency. */
export interface ShownSetting {
  /** What it is, whatever it is called: the same key before and after is the same setting. */
  key: string;
  field: string;
  text: string;
  /** What is compared where the words may change without the setting, such as a unit of other rules. */
  is?: string | number;
}

export interface ChangedLine {
  field: string;
  before: string;
  after: string;
}

/** The settings that differ, in the order of what is now; what is gone stands last. Empty means that there was nothing. */
export function changedLines(
  before: readonly ShownSetting[],
  after: readonly ShownSetting[],
): ChangedLine[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const now = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !now.has(key));
  return [
    ...after
      .filter((one) => valueOf(one) !== valueOf(old.get(one.key)))
      .map((one) => ({
        field: one.field,
        before: old.get(one.key)?.text ?? '',
        after: one.text,
      })),
    ...gone
      .filter((one) => valueOf(one) !== '')
      .map(({ field, text }) => ({ field, before: text, after: '' })),
  ];
}

function valueOf(setting: ShownSetting | undefined): string | number {
  return setting === undefined ? '' : (setting.is ?? setting.text);
}
