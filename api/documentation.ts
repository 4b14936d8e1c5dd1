import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { z } from 'zod';
import type { Endpoint } from './contract/endpoint.ts';
import { openApi } from './contract/openapi.ts';
import { KOREAN_SCRIPT } from './docs-in-korean.ts';
import { parse } from './parse.ts';
import { languageOf, type Words } from './problem.ts';

const languageQuery = z.strictObject({ language: z.enum(['ko', 'en']).optional() });
const LANGUAGES: readonly (keyof Words)[] = ['ko', 'en'];

/** `/openapi.json` and the page at `/docs`, in both languages; everything on it comes from this server. */
export function documentation(endpoints: readonly Endpoint[]): Router {
  const routes = Router();
  const documents = new Map(LANGUAGES.map((language) => [language, openApi(endpoints, language)]));
  routes.get('/openapi.json', (request, response) => {
    const { language = languageOf(request) } = parse(languageQuery, request.query);
    response.set('content-language', language).set('vary', 'accept-language').json(documents.get(language));
  });
  routes.get('/docs', (request, response) => {
    const { language = languageOf(request) } = parse(languageQuery, request.query);
    response
      .set('content-language', language)
      .set('vary', 'accept-language')
      .set('content-security-policy', OWN_HOST_ONLY)
      .type('html')
      .send(page(language));
  });
  routes.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(START);
  });
  routes.get('/docs/korean.js', (_request, response) => {
    response.type('text/javascript').send(KOREAN_SCRIPT);
  });
  const assets = fileURLToPath(new URL('.', import.meta.resolve('swagger-ui-dist/package.json')));
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']) {
    routes.get(`/docs/${name}`, (_request, response) => response.sendFile(name, { root: assets }));
  }
  return routes;
}

/** Browsers load and ask nothing from anywhere else, whatever swagger-ui comes to know; it styles and draws within the page. */
const OWN_HOST_ONLY = `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;

const WORDS = {
  ko: { title: '방역 API 안내', other: 'English', to: 'en' },
  en: { title: 'The Bangyeok API', other: '한국어', to: 'ko' },
} as const;

const page = (language: keyof Words): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${WORDS[language].title}</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <p style="text-align: right; margin: 1em; font-family: sans-serif">
      <a href="/docs?language=${WORDS[language].to}">${WORDS[language].other}</a>
    </p>
    <div id="page" data-document="/openapi.json?language=${language}"></div>
    ${language === 'ko' ? '<script src="/docs/korean.js"></script>' : ''}
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `const { document: url } = document.getElementById('page').dataset;
SwaggerUIBundle({
  url,
  dom_id: '#page',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  persistAuthorization: false,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;
