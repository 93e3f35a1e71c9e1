/** Whether a file begins as HTML does: https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1").trimStart().toLowerCase();
  return /^(?:\xef\xbb\xbf)?(?:<!doctype html|<html|<head|<body|<article|<\?xml[^>]{0,200}>\s?<!doctype html)/.test(
    beginning,
  );
}
