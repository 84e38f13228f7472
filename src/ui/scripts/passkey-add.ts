import { askPasskey, onPress } from './passkey-request.ts';

for (const block of document.querySelectorAll<HTMLElement>('[data-passkey-add]')) {
  onPress(block, async () => {
    const name = block.querySelector('input')?.value.trim() || 'Passkey';
    const options = await askPasskey('generate-register-options');
    const credential = await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    });
    if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was made.');
    await askPasskey('verify-registration', { response: credential.toJSON(), name });
    location.reload();
  });
}
