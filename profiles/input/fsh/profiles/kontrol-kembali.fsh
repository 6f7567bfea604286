Profile: KontrolKembali
Parent: Permintaan
Id: kontrol-kembali
Title: "Kontrol kembali"
Description: "Sasaran diminta datang kembali."
* insert Terbitan
* insert Inggris([["Follow-up visit"]])
* code = $sct#185389009
