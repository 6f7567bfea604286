Profile: ImunisasiTidakDiberikan
Parent: Imunisasi
Id: imunisasi-tidak-diberikan
Title: "Imunisasi yang tidak diberikan"
Description: "Dosis yang ditunda atau tidak diberikan, dengan alasannya bila disebut. Tidak pernah dihitung sebagai dosis."
* insert Terbitan
* insert Inggris([["Immunization not given"]])
* status = #not-done
* primarySource = false
* performer.function = $peran#OP
* performer obeys ilp-peran-pemesan
* encounter MS
* statusReason MS
