Profile: Rujukan
Parent: Permintaan
Id: rujukan
Title: "Rujukan"
Description: "Sasaran dirujuk. Formulir tidak menyebut rawat jalan atau rawat inap, maka kodenya rujukan itu sendiri."
* insert Terbitan
* insert Inggris([["Referral"]])
* code = $sct#3457005
