// Passwords of fifteen characters and more that are guessed first. Short ones need no list: they are refused for their
// length. Written in the plain form that password.ts compares: lower case, without spaces and marks.

/** Whole phrases: famous lines, and what guides give as an example. */
export const commonPhrases: ReadonlySet<string> = new Set(
  `correcthorsebatterystaple itwasthebestoftimes itwasadarkandstormynight tobeornottobe tobeornottobethatisthequestion
   maytheforcebewithyou onceuponatime onceuponatimethere thequickbrownfox thequickbrownfoxjumps
   thequickbrownfoxjumpsoverthelazydog loremipsumdolor loremipsumdolorsitamet wethepeopleofthe fourscoreandseven
   fourscoreandsevenyearsago iloveyouverymuch iloveyousomuch iloveyouforever ilovemyfamily ilovemychildren
   ilovemyhusband ilovemywifeandkids letmeinrightnow letmeinplease thisismypassword thisisapassword
   thisisasecret thisismysecretpassword mypasswordissecret mypasswordislong averylongpassword averysecurepassword
   averylongpassphrase thispasswordislong supersecretpassword topsecretpassword changemeplease changemeimmediately
   pleasechangeme donotsharethis nobodywillguess nobodywillguessthis youwillneverguess youllneverguess
   ihatepasswords iforgotmypassword idontknowmypassword ihaveforgotten openmeupscotty beammeupscotty
   opensesameopensesame abracadabraalakazam supercalifragilisticexpialidocious humptydumptysatonawall
   maryhadalittlelamb twinkletwinklelittlestar happybirthdaytoyou merrychristmas
   merrychristmasandahappynewyear happynewyeartoyou inthebeginningwastheword ourfatherwhoartinheaven
   jesuslovesyou jesuslovesmethisiknow godblessamerica starspangledbanner thelordismyshepherd
   unitedstatesofamerica newyorknewyork sanfranciscocalifornia losangelescalifornia manchesterunited
   dallascowboysfan gogreenbaypackers administratorpassword administrator administratoraccount systemadministrator
   humanresources humanresourcesdepartment classificationplan classificationanalyst departmentofhumanresources
   onetwothreefour onetwothreefourfive onetwothreefourfivesix abcdefghijklmno zyxwvutsrqponml
   trustno oneringtorulethemall winteriscoming winterhascomeagain houstonwehaveaproblem toinfinityandbeyond`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that are everywhere in passwords; with little beside them they protect nothing. */
export const commonWords: readonly string[] =
  `password passwort passphrase passcode pass secret secure security login logon signin welcome letmein admin
   administrator root user username account access changeme default temporary temp test testing demo example
   guest master manager analyst approver qwerty qwertz azerty asdf zxcv iloveyou love monkey dragon sunshine princess
   football baseball basketball superman batman trustno hello summer winter spring autumn january february march
   april june july august september october november december monday tuesday wednesday thursday friday saturday
   sunday company office city county state government classplan plan please `
    .split(/\s+/)
    .filter(Boolean);

export const rowsOfKeys: readonly string[] = [
  '1234567890',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];
