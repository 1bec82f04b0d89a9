// How our Word documents are set: quiet type of an office, one colour, space that shows what belongs together.
import { AlignmentType, type ILevelsOptions, type IStylesOptions, LevelFormat } from 'docx';
import { wordStyles } from '../model/word-styles.ts';

const navy = '162E51';
const quiet = '4B5563';
const text = { basedOn: 'Normal', quickFormat: true };
const body = { spacing: { after: 110, line: 276 } };

export function styles(language: string): IStylesOptions {
  const { title, code, paragraph, item, term, clause, none } = wordStyles;
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, color: '1B1B1B', language: { value: language } },
        paragraph: { alignment: AlignmentType.LEFT },
      },
      heading2: {
        run: { font: 'Calibri', size: 26, bold: true, color: navy },
        paragraph: { spacing: { before: 300, after: 90 }, keepNext: true, keepLines: true, outlineLevel: 1 },
      },
    },
    characterStyles: [
      { id: 'code', name: code, basedOn: 'DefaultParagraphFont', run: { bold: false, color: quiet } },
    ],
    paragraphStyles: [
      {
        ...{ id: 'title', name: title, basedOn: 'Normal', next: 'Heading2', quickFormat: true },
        run: { size: 42, bold: true, color: navy },
        paragraph: { spacing: { before: 120, after: 60 }, outlineLevel: 0, keepNext: true },
      },
      { ...text, id: 'paragraph', name: paragraph, paragraph: body },
      { ...text, id: 'none', name: none, run: { italics: true, color: quiet }, paragraph: body },
      { ...text, id: 'clause', name: clause, run: { color: quiet }, paragraph: body },
      { ...text, id: 'term', name: term, paragraph: body },
      { ...text, id: 'item', name: item, paragraph: { spacing: { after: 70, line: 269 } } },
      { ...text, id: 'fact', name: 'Fact', run: { size: 20 }, paragraph: { spacing: { after: 0 } } },
      { id: 'furniture', name: 'Page Line', basedOn: 'Normal', run: { size: 17, color: quiet } },
    ],
  };
}

function level(number: number, mark: string): ILevelsOptions {
  const indent = { left: 300 + number * 320, hanging: 300 };
  return { level: number, format: LevelFormat.BULLET, text: mark, style: { paragraph: { indent } } };
}

/** The two levels of a list; a third is nothing that a specification has, and looks like the second. */
export const lists = [{ reference: 'entries', levels: [level(0, '•'), level(1, '◦'), level(2, '◦')] }];
