/** As the sentences of a score begin that speak of the firm; see `score-parts.ts`. */
const turns: readonly (readonly [RegExp, string])[] = [
  [/^The enterprise is /, 'You are '],
  [/^The enterprise (wants|felt) /, 'You $1 '],
  [/^The enterprise does not mind /, 'You do not mind '],
  [/ km apart; the enterprise (wants) /, ' km apart; you $1 '],
  [/ km apart; the enterprise does not mind /, ' km apart; you do not mind '],
  [/^From what the enterprise asked for and /, 'From what you asked for and '],
  [/ Meets the founder’s wish /, ' Meets your wish '],
];

/** A reason of the ranking, said to the firm itself and not about it. */
export function saidToFirm(because: string): string {
  const said = turns.reduce((text, [pattern, words]) => text.replace(pattern, words), because);
  return said.replace(/^(You|.* km apart; you) wants /, '$1 want ');
}
