import { describe, expect, test } from '@jest/globals';
import { languagesOf, TEMPLATES, textOf as wordsOf } from '../../activities/texts.ts';
import { firstDifference } from '../../tools/board/board.ts';
import { makeMessages, MESSAGES_PAGE, untoldIn } from '../../tools/board/messages-page.ts';
import { MESSAGES } from '../../tools/board/messages.ts';
import { textOf } from './project-files.ts';

describe('the table of what people are told', () => {
  test('has every template, and a template for every effect by text', () => {
    expect(untoldIn(TEMPLATES, MESSAGES)).toEqual([]);
    expect(Object.keys(MESSAGES).sort()).toEqual([...TEMPLATES].sort());
  });

  test('is what the code says', async () => {
    expect(firstDifference(textOf(MESSAGES_PAGE), await makeMessages())).toBeUndefined();
  });

  test('misses a template that stands not in it, and an effect that no template is for', () => {
    const { 'watch-notice': _left, ...others } = MESSAGES;
    expect(untoldIn([...TEMPLATES, 'a-new-one'], others)).toEqual([
      'watch-notice',
      'a-new-one',
      'watch-notice',
    ]);
  });

  test.each(TEMPLATES)('%s is there in Korean and English', (template) => {
    expect([...languagesOf(template)].sort()).toEqual(['en', 'ko']);
    expect(wordsOf(template, 'ko')).toMatch(/[가-힣]/);
    expect(wordsOf(template, 'en')).not.toMatch(/[가-힣]/);
  });
});
