/** The development identity provider's accounts all have the same password. @throws Error that says what to do */
export async function accessToken(issuer: string, secret: string, account: string): Promise<string> {
  const credentials = `${encodeURIComponent(account)}:${encodeURIComponent(secret)}`;
  const response = await asked(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as { access_token?: string; error?: string };
  if (answer.access_token !== undefined) return answer.access_token;
  throw new Error(
    answer.error === 'invalid_client'
      ? `${account}: 그런 계정이 없습니다. ${issuer}/staff 에서 계정을 확인하세요. There is no such account: see ${issuer}/staff`
      : `로그인 서버가 거부했습니다(${answer.error}). npm start를 다시 실행하세요. The identity provider refused (${answer.error}): run npm start again`,
  );
}

async function asked(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new Error(
      `개발용 로그인 서버가 ${url}에서 응답하지 않습니다. 먼저 npm start를 실행하세요. The development identity provider does not answer at ${url}: run npm start first`,
      { cause },
    );
  }
}
