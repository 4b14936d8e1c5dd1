/** The labels that swagger-ui has in English only, as it writes them. */
export const KOREAN_LABELS: Readonly<Record<string, string>> = {
  Authorize: '로그인 정보 넣기',
  'Available authorizations': '로그인 방법',
  Authorized: '로그인 정보가 들어 있음',
  Logout: '로그인 정보 지우기',
  'Value:': '값:',
  Close: '닫기',
  'Try it out': '직접 보내기',
  Cancel: '그만두기',
  Reset: '처음으로',
  Execute: '보내기',
  Clear: '지우기',
  Parameters: '매개변수',
  'No parameters': '매개변수 없음',
  Name: '이름',
  Description: '설명',
  'Request body': '본문',
  'Example Value': '예시',
  'Edit Value': '고치기',
  Schema: '형식',
  Schemas: '형식',
  'Send empty value': '빈 값 보내기',
  Responses: '답',
  Response: '답',
  'Server response': '서버의 답',
  'Response body': '답의 본문',
  'Response headers': '답의 헤더',
  'Request URL': '보낸 주소',
  Code: '상태',
  Details: '내용',
  Links: '연결',
  'No links': '연결 없음',
  'Media type': '내용 유형',
  Download: '내려받기',
  'Filter by tag or path': '주제나 주소로 거르기',
};

/** Puts them in their place whenever swagger-ui writes one; what our own document says is Korean already and left alone. */
export const KOREAN_SCRIPT = `const LABELS = ${JSON.stringify(KOREAN_LABELS)};
const OURS = 'pre, code, textarea, .markdown, .renderedMarkdown, .opblock-summary-path, .opblock-tag, .parameter__name';
const labelled = (text) => (Object.hasOwn(LABELS, text.trim()) ? LABELS[text.trim()] : undefined);
function say(node) {
  const label = labelled(node.nodeValue ?? '');
  if (label !== undefined && node.parentElement?.closest(OURS) === null) node.nodeValue = label;
}
function sayAll(root) {
  if (root.nodeType === Node.TEXT_NODE) return say(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) say(walker.currentNode);
  for (const field of root.querySelectorAll('[placeholder]')) {
    const label = labelled(field.placeholder);
    if (label !== undefined) field.placeholder = label;
  }
}
new MutationObserver((changes) => {
  for (const { target, addedNodes, type } of changes) {
    if (type === 'characterData') say(target);
    for (const node of addedNodes) sayAll(node);
  }
}).observe(document.getElementById('page'), { childList: true, characterData: true, subtree: true });
`;
