import { InvalidValue } from '../../shared-kernel/domain-error.ts';

const TAG = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i;

/**
 * 사용언어: the language in which a person wants to be spoken to, as BCP 47 language, script and region (`vi`,
 * `zh-Hans`, `pt-BR`), in its canonical case. Texts exist in fewer languages: see `Language`.
 */
export class LanguageTag {
  readonly tag: string;

  private constructor(tag: string) {
    this.tag = tag;
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/language-tag-malformed` */
  static of(text: string): LanguageTag {
    const [, language, script, region] = TAG.exec(text) ?? [];
    if (language === undefined) throw new InvalidValue('person/language-tag-malformed');
    const subtags = [
      language.toLowerCase(),
      script === undefined ? undefined : script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(),
      region?.toUpperCase(),
    ];
    return new LanguageTag(subtags.filter((subtag) => subtag !== undefined).join('-'));
  }

  equals(other: LanguageTag): boolean {
    return this.tag === other.tag;
  }
}
