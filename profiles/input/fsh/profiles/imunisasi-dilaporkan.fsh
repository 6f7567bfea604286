Profile: ImunisasiDilaporkan
Parent: Imunisasi
Id: imunisasi-dilaporkan
Title: "Imunisasi yang dilaporkan"
Description: "Dosis yang tanggalnya diketahui dari buku, register, atau kader, tanpa nomor batch atau bukan oleh yang mencatat."
* insert Terbitan
* insert Inggris([["Immunization reported"]])
* status = #completed
* primarySource = false
