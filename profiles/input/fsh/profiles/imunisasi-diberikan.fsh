Profile: ImunisasiDiberikan
Parent: Imunisasi
Id: imunisasi-diberikan
Title: "Imunisasi yang diberikan"
Description: "Dosis yang diberikan pada kunjungan ini oleh yang mencatatnya, dengan nomor batch."
* insert Terbitan
* insert Inggris([["Immunization given"]])
* status = #completed
* encounter 1..1 MS
* primarySource = true
* performer 1..*
* lotNumber MS
* expirationDate MS
* site MS
* route MS
