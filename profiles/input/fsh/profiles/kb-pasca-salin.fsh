Profile: KbPascaSalin
Parent: Tindakan
Id: kb-pasca-salin
Title: "KB pasca persalinan"
Description: "Pelayanan KB pasca persalinan. Hanya untuk petugas yang ditunjuk; dikirim hanya bila kebijakan puskesmas mengizinkan."
* insert Terbitan
* insert Inggris([["Postpartum family planning"]])
* code = $klinis#PC000004
