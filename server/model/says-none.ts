// "None" and its kin: the whole content of a section that says there is nothing.

export function saysNone(text: string): boolean {
  return /^\(?(?:none|n\/?a|not applicable|none required|not required)\.?\)?$/i.test(text.trim());
}
