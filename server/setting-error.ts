// What stops the program at its start: it names the variable and says what it must be.

/** A setting that cannot be used; its message is for the person who set it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
