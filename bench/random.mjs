// Seeded randomness and a vocabulary: the same data on every machine.

/** mulberry32: small, fast, and good enough for made-up code. */
export function random(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
    /** An index in a list, low ones likelier: findings cluster on some files and rules. */
    skewed: (length) => Math.floor(length * next() ** 2),
  }
}

export const nouns =
  'account adapter agent alert archive batch binding bucket buffer cache channel checksum client cluster codec column command commit config connection context cursor database decoder delta device digest document driver element encoder endpoint engine entity event executor field filter flag folder format frame gateway graph group handler header history image index instance interval invoice item job journal key label layer layout ledger limit line link list listener loader lock log manager map marker matrix member memory message method metric mirror module monitor name node notice number object offset option order origin output owner package packet page panel parser part path pattern payload peer permission pipeline plan pointer policy pool port prefix presenter price process product profile project prompt property protocol provider proxy query queue range reader record reference region registry release report repository request resolver resource response result role root route rule runner sample scanner schedule schema scope script search section segment selector sequence server service session setting shard signal site slot snapshot socket source stage status step storage store stream string style subject summary symbol system table tag target task template tenant term test text thread ticket timer token topic trace track transaction tree trigger type unit update upload user utility value variant vector version view visitor volume watcher widget window worker workspace writer zone'.split(
    ' ',
  )
const verbs =
  'accept add append apply assert attach bind build calculate cancel check clear clone close collect compare compile compute configure connect convert copy count create decode delete deliver detach detect disable dispatch drain emit enable encode ensure escape evaluate execute expand export extract fetch find flush generate get handle ignore import increment init insert inspect invoke join keep list listen load lookup mark match merge migrate move normalize notify open pack parse patch persist poll prepare print publish pull purge push put read rebuild receive refresh register reject reload remove render repair replace reset resolve restore retry revoke rewrite rotate run sanitize save scan search select send serialize set sign skip sort split start stop strip submit sync take track transform translate trim unlock unpack update validate verify visit wait walk watch wrap write'.split(
    ' ',
  )
const filler =
  'the a an of to in on for with by from into when while if unless before after because which that this'.split(' ')

export const capital = (word) => word[0].toUpperCase() + word.slice(1)

/** `parseResultStream` */
export function camel({ pick }, words) {
  return pick(verbs) + pascal({ pick }, words - 1)
}

/** `ResultStream` */
export function pascal({ pick }, words) {
  return Array.from({ length: words }, () => capital(pick(nouns))).join('')
}

export function prose({ pick, chance }, words) {
  const list = Array.from({ length: words }, (_, at) => pick(at % 2 ? filler : chance(0.3) ? verbs : nouns))
  return `${capital(list.join(' '))}.`
}
