// Finds the proof of work while a form is being filled in. Without this file the server asks for a little patience instead.
const batch = 2000;

async function leadingZeroBits(text) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  let bits = 0;
  for (const part of hash) {
    if (part !== 0) return bits + Math.clz32(part) - 24;
    bits += 8;
  }
  return bits;
}

async function prove(guard) {
  const bits = Number(guard.dataset.proofBits);
  const ticket = guard.querySelector("input[name=FormTicket]").value;
  for (let number = 0; ; number++) {
    if ((await leadingZeroBits(`${ticket}:${number}`)) >= bits) {
      guard.querySelector("input[name=FormProof]").value = String(number);
      return;
    }
    // Let the person type on.
    if (number % batch === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

export function proveForms(within = document) {
  // Plain http has no crypto.subtle: such a visitor takes the patient way.
  if (!globalThis.crypto?.subtle) return;
  for (const guard of within.querySelectorAll(".form-guard[data-proof-bits]")) prove(guard);
}
