// The words of a text by what they mean rather than by their form: light stems of English words, without those that
// every text has. What is compared by subject is compared by these.

const empty = new Set(
  `a about above according after again against all also although among an and any are as at be because been before being
  below between both but by can do does doing done during each etc every for from had has have having he her hers him his how
  if in including into is it its itself may more most must no nor not of off on once one only or other others our out over own
  per same shall she should so some such than that the their them then there these they this those through to under until up
  upon us was we were what when where which while who whom whose why will with within without would you your`.split(
    /\s+/,
  ),
);

/** Longest first: of two that fit, the longer is taken off. */
const endings =
  `ational ization ations ements ation ement ities ments ingly ance ence ions ment ness able ible ings ally ical
  ers ors ing ion ity ies ive ous ed er es or ly al ic e s y`.split(/\s+/);

const shortestStem = 4;

/** 'managing', 'manager' and 'management' are one: 'manag'. */
export function stemOf(word: string): string {
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < shortestStem) continue;
    return undoubled(word.slice(0, -ending.length));
  }
  return undoubled(word);
}

/** 'plann', of planning, is 'plan'; so 'skill' is 'skil' wherever it stands. */
function undoubled(stem: string): string {
  return /([b-df-hj-np-tv-z])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

const stems = /[\p{L}\p{N}]+/gu;

/** Each word of the text that says something, as it stands there and as a stem. */
export function wordsWithStems(text: string): { word: string; at: number; stem: string }[] {
  return [...text.matchAll(stems)].flatMap(({ 0: word, index }) => {
    const lower = word.toLowerCase();
    return lower.length < 2 || empty.has(lower) ? [] : [{ word, at: index, stem: stemOf(lower) }];
  });
}

/** Reads many texts with one memory of words, so that each form of a word is worked out once. */
export function makeReader(): (text: string) => string[] {
  const known = new Map<string, string>();
  return (text) => {
    const found: string[] = [];
    for (const word of text.toLowerCase().match(stems) ?? []) {
      let stem = known.get(word);
      if (stem === undefined)
        known.set(word, (stem = word.length < 2 || empty.has(word) ? '' : stemOf(word)));
      if (stem !== '') found.push(stem);
    }
    return found;
  };
}
