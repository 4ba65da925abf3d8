import leven from 'leven'

/** ` Did you mean …?` with the nearest known word, or nothing when none is near. Starts with a space. */
export function didYouMean(word: string, known: string[]): string {
  const nearest = known
    .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)[0]
  const near = nearest && nearest.distance <= Math.max(2, word.length / 3)
  return near ? ` Did you mean \`${nearest.candidate}\`?` : ''
}
