/** Traits a founder may ask for, and a mentor may give for that. They are never a part of the score by themselves. */
export const traits = [
  'woman',
  'man',
  'minority-ethnic',
  'disabled',
  'carer',
  'came-from-abroad',
] as const;
export type Trait = (typeof traits)[number];

export const traitWords: Record<Trait, { own: string; wish: string }> = {
  woman: { own: 'I am a woman', wish: 'a woman' },
  man: { own: 'I am a man', wish: 'a man' },
  'minority-ethnic': {
    own: 'I am from a minority ethnic background',
    wish: 'somebody from a minority ethnic background',
  },
  disabled: { own: 'I live with a disability', wish: 'somebody who lives with a disability' },
  carer: {
    own: 'I have built a business while caring for family',
    wish: 'somebody who built a business while caring for family',
  },
  'came-from-abroad': {
    own: 'I came to this country from abroad',
    wish: 'somebody who came to this country from abroad',
  },
};

/** A founder's own wish, with the mentors who gave the trait for this purpose. */
export interface TraitWish {
  trait: Trait;
  /** Only such a mentor, or one such a mentor first. */
  isMust: boolean;
  metBy: ReadonlySet<string>;
}

/**
 * The style part with a wish that is no must: a third of it is the wish. Without style answers the wish alone speaks,
 * and a mentor who gave nothing is not known, never a no.
 */
export function styleWithWish(
  style: number | null,
  wish: TraitWish | undefined,
  mentorId: string,
): number | null {
  if (!wish || wish.isMust || !wish.metBy.has(mentorId)) return style;
  return style === null ? 100 : Math.round((2 * style + 100) / 3);
}
