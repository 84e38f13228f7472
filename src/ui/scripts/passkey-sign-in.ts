import { askPasskey, onPress } from './passkey-request.ts';

for (const block of document.querySelectorAll<HTMLElement>('[data-passkey-sign-in]')) {
  onPress(block, async () => {
    const options = await askPasskey('generate-authenticate-options');
    const credential = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      ),
    });
    if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was chosen.');
    await askPasskey('verify-authentication', { response: credential.toJSON() });
    location.assign(block.dataset['passkeySignIn'] ?? '/');
  });
}
