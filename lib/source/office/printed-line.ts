import { TextCollector } from '../html-collector.ts';

/** A text of several lines as one, with the blanks a reader sees: none where Chinese text was only broken into lines. */
export function printedLine(text: string): string {
  const collector = new TextCollector();
  text.split('\n').forEach((line, i) => {
    if (i > 0) collector.break(0);
    collector.add(line, 0);
  });
  return collector.take().text;
}
